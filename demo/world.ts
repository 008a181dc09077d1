import { fileURLToPath } from 'node:url';
import { findTool, ensureTools, type ToolName } from '../scripts/browsers.ts';
import { buildAll } from '../scripts/build/build-all.ts';
import { isFresh, markFresh } from '../scripts/build/fresh.ts';
import { freePort } from '../server/free-port.ts';
import { openDisplay } from '../test/support/display.ts';
import { startRelay, type TestRelay } from '../test/support/relay.ts';
import type { BrowserKind } from '../test/support/test-browser.ts';
import { buildForRelay, type RelayBuilds } from '../test/support/test-build.ts';

/** What two browsers need to meet: a relay, the extension made for it, and a screen. */
export interface World {
  relay: TestRelay;
  builds: RelayBuilds;
  /** Value for DISPLAY. */
  display: string;
  /** Whether a person can see it. */
  isSeen: boolean;
  close(): Promise<void>;
}

export interface WorldOptions {
  browsers: readonly BrowserKind[];
  /** Pixels of the screen that is made when there is none. */
  size: string;
  say(line: string): void;
}

/** Brings the programs, builds, starts. Throws with one line for people when a program is missing. */
export async function openWorld({ browsers, size, say }: WorldOptions): Promise<World> {
  const seen = process.env['DISPLAY'] ?? '';
  const needsScreen = process.platform === 'linux' && seen === '';
  const needed: ToolName[] = [...browsers, ...(needsScreen ? (['xvfb', 'openbox'] as const) : [])];
  const missing = ensureTools(needed, say);
  if (missing !== null) throw new Error(missing);
  process.env['BESIDE_CHROMIUM'] = findTool('chromium') ?? '';

  say('Building…');
  const port = await freePort();
  await buildPages();
  const builds = await buildForRelay(`http://localhost:${port}`);
  const screen = needsScreen ? await openDisplay(size) : null;
  const relay = await startRelay({ port });
  return {
    relay,
    builds,
    display: screen?.name ?? seen,
    isSeen: screen === null,
    async close() {
      await relay.stop();
      await screen?.close();
      builds.remove();
    },
  };
}

/** Where the relay looks for its pages; left alone when they are up to date, since another relay may serve them. */
async function buildPages(): Promise<void> {
  const dist = fileURLToPath(new URL('../dist', import.meta.url));
  if (isFresh(`${dist}/pages`, '')) return;
  await buildAll({ out: dist, only: ['pages'] });
  markFresh(`${dist}/pages`, '');
}
