import { inject } from 'vitest';
import type { TestBuilds } from './test-build.ts';

/** What one worker has for itself, so that two do not take the focus, or the port, from each other. */
export interface Lane {
  /** Value for DISPLAY. */
  display: string;
  /** The port that the built extensions know as their relay's, on `localhost`. */
  relayPort: number;
  builds: TestBuilds;
}

declare module 'vitest' {
  interface ProvidedContext {
    lanes: readonly Lane[];
  }
}

/** The one of this worker. */
export function lane(): Lane {
  const own = inject('lanes')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (!own) throw new Error(`There is no lane for the worker ${process.env['VITEST_POOL_ID']}.`);
  return own;
}
