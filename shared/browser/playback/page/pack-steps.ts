import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { PageStep } from './page-step.ts';

/** Small enough to be kept for a whole hour, quick enough to be read in a few milliseconds. */
const level = 3;
/** Before it: how long it is unpacked. */
const lengthBytes = 4;

/** Two lines a step, its head and the events of a batch: these are neither escaped nor parsed a second time. */
export function packSteps(steps: readonly PageStep[]): Uint8Array {
  const lines = steps.map((step) => {
    if (step.kind !== 'batch') return `${JSON.stringify(step)}\n`;
    const { json, ...head } = step;
    // A line feed can only stand between values.
    return `${JSON.stringify({ ...head, json: '' })}\n${json.replaceAll('\n', ' ')}`;
  });
  const text = strToU8(lines.join('\n'));
  const packed = deflateSync(text, { level });
  const bytes = new Uint8Array(lengthBytes + packed.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(packed, lengthBytes);
  return bytes;
}

export function unpackSteps(bytes: Uint8Array): PageStep[] {
  // With room for all of it at once: a page is large, and each time it is too small it is copied.
  const out = new Uint8Array(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
  const lines = strFromU8(inflateSync(bytes.subarray(lengthBytes), { out })).split('\n');
  const steps: PageStep[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const step = JSON.parse(lines[at] ?? '') as PageStep;
    steps.push(step.kind === 'batch' ? { ...step, json: lines[at + 1] ?? '' } : step);
  }
  return steps;
}
