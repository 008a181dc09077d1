import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../server/free-port.ts';
import { openDisplay } from './display.ts';
import { buildOnce, buildsFor } from './test-build.ts';

/** Once for all e2e files of a project: for each worker a display and the extension built for its relay's port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env['BESIDE_TEST_KEEP'] === undefined;
  // `npm test` has one for all projects.
  const kept = (process.env['BESIDE_TEST_KEEP'] ??= mkdtempSync(`${tmpdir()}/beside-kept-`));
  await buildOnce(kept);
  // Room for the windows of two people side by side: a covered one draws no frames, and its timers run once a second.
  // No more than that: Chromium opens windows as high as the screen, and every pixel is drawn by the processor.
  const lanes = await Promise.all(
    Array.from({ length: project.config.maxWorkers }, async () => {
      const [display, relayPort] = await Promise.all([openDisplay('2560x1080'), freePort()]);
      return { display, relayPort, builds: buildsFor(kept, `http://localhost:${relayPort}`) };
    }),
  );
  project.provide(
    'lanes',
    lanes.map(({ display, relayPort, builds: { remove: _remove, ...builds } }) => ({
      display: display.name,
      relayPort,
      builds,
    })),
  );
  return async () => {
    for (const { display, builds } of lanes) {
      await display.close();
      builds.remove();
    }
    if (own) rmSync(kept, { recursive: true, force: true });
  };
}
