import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build/build-all.ts';
import { freePort } from '../../server/free-port.ts';
import { openDisplay } from './display.ts';
import { buildForTests } from './test-build.ts';

/** Once for all e2e files: the relay's pages, and for each worker a display and the extension built for its relay's port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workers = project.config.maxWorkers;
  const ports: number[] = [];
  while (ports.length < workers) ports.push(await freePort());
  const { all, remove } = await buildForTests(ports.map((port) => `http://localhost:${port}`));
  await buildAll({ out: fileURLToPath(new URL('../../dist', import.meta.url)), only: ['pages'] });
  // Room for the windows of two people side by side: a covered one draws no frames, and its timers run once a second.
  // No more than that: Chromium opens windows as high as the screen, and every pixel is drawn by the processor.
  const displays = await Promise.all(ports.map(() => openDisplay('2560x1080')));
  project.provide(
    'lanes',
    displays.flatMap(({ name }, at) => {
      const [relayPort, builds] = [ports[at], all[at]];
      return relayPort !== undefined && builds ? [{ display: name, relayPort, builds }] : [];
    }),
  );
  return async () => {
    for (const display of displays) await display.close();
    remove();
  };
}
