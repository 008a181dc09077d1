import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build/build-all.ts';
import { freePort } from '../../server/free-port.ts';
import { openDisplay } from './display.ts';
import { buildForTests, type TestBuilds } from './test-build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Value for DISPLAY. */
    display: string;
    /** The port that the built extensions know as their relay's, on `localhost`. */
    relayPort: number;
    builds: TestBuilds;
  }
}

/** Once for all e2e files: a display, the relay's pages, and the extension built for the relay's port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const relayPort = await freePort();
  const { remove, ...builds } = await buildForTests(`http://localhost:${relayPort}`);
  await buildAll({ out: fileURLToPath(new URL('../../dist', import.meta.url)), only: ['pages'] });
  // Room for the windows of two people side by side: a covered one draws no frames, and its timers run once a second.
  const display = await openDisplay('3200x1800');
  project.provide('display', display.name);
  project.provide('relayPort', relayPort);
  project.provide('builds', builds);
  return async () => {
    await display.close();
    remove();
  };
}
