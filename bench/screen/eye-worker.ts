import { openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Change, Eye } from './eyes.ts';
import { bytesPerPixel, lumaAt } from './framebuffer.ts';

const everyMs = 0.5;
const light = 128;

const { eyes, over } = workerData as { eyes: readonly Eye[]; over: Int32Array };
const watched = eyes.map((eye) => ({
  ...eye,
  file: openSync(eye.file, 'r'),
  row: Buffer.alloc((eye.points.at(-1) ?? 0) + bytesPerPixel),
  changes: [] as Change[],
}));

parentPort?.postMessage('looking');
while (Atomics.load(over, 0) === 0) {
  for (const { file, start, points, row, changes } of watched) {
    readSync(file, row, 0, row.length, start);
    const bits = points.reduce((all, point, index) => (lumaAt(row, point) > light ? all | (1 << index) : all), 0);
    if (changes.at(-1)?.bits !== bits) changes.push({ at: performance.timeOrigin + performance.now(), bits });
  }
  Atomics.wait(over, 0, 0, everyMs);
}
parentPort?.postMessage(watched.map(({ changes }) => changes));
