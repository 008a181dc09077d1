import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorld } from '../../demo/world.ts';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import type { LaunchOptions, TestBrowser } from '../../test/support/test-browser.ts';
import { writeTestFile } from '../../test/support/story/files.ts';
import { type Row, rowsOf } from '../row.ts';
import { throughRelay } from '../through-relay.ts';
import { bareRates } from './bare-rates.ts';
import { productRate } from './product-rate.ts';

const bytes = 256 * 2 ** 20;
/** What both browsers and the relay may keep more while a file of 256 MiB goes: a small part of it, or it is not flat. */
const flatMebibytes = 96;

/** How fast a file goes from one person's disk to the other's, compared at the end, and what it takes of memory. */
export async function benchFiles(say: (line: string) => void): Promise<Row[]> {
  const world = await openWorld({ browsers: ['chromium'], size: '1600x1000', say });
  const folder = mkdtempSync(join(tmpdir(), 'beside-files-'));
  const options = { extension: world.builds.chromeAllSites, display: world.display, seesNetwork: false };
  try {
    const file = { path: join(folder, 'Large.dat'), name: 'Large.dat', bytes };
    await writeTestFile(file.path, bytes);
    say('files: bare…');
    const before = await withTwo(options, (host, customer) => bareRates(customer, host, bytes));
    say('files: peer to peer…');
    const direct = await withTwo(options, (host, customer) =>
      productRate({ relay: world.relay, host, customer, path: 'direct', file }),
    );
    say('files: through the relay…');
    const relayed = await throughRelay(world.relay, (relay) =>
      withTwo(options, (host, customer) => productRate({ relay, host, customer, path: 'relay', file })),
    );
    say('files: bare again…');
    const after = await withTwo(options, (host, customer) => bareRates(customer, host, bytes));
    // The machine may have had other work in between.
    const mean = (kind: 'channel' | 'socket') => (before[kind] + after[kind]) / 2;
    const row = rowsOf('files');
    return [
      row('from disk to disk, peer to peer', direct.megabytesPerSecond, {
        unit: 'MB/s',
        peer: ['bare RTCDataChannel', mean('channel')],
        goal: { ratioAtLeast: 0.8 },
      }),
      row('from disk to disk, through the relay', relayed.megabytesPerSecond, {
        unit: 'MB/s',
        peer: ['bare WebSocket', mean('socket')],
        goal: { ratioAtLeast: 0.7 },
      }),
      ...(
        [
          ['peer to peer', direct],
          ['through the relay', relayed],
        ] as const
      ).flatMap(([path, { growth }]) =>
        (['sender', 'receiver', 'relay'] as const).map((who) =>
          row(`memory of the ${who}, ${path}`, growth[who], { unit: 'MiB', goal: { atMost: flatMebibytes } }),
        ),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  }
}

/** Two browsers in which nothing has run before. */
async function withTwo<T>(
  options: LaunchOptions,
  measure: (host: TestBrowser, customer: TestBrowser) => Promise<T>,
): Promise<T> {
  const [host, customer] = await Promise.all([launchBrowser('chromium', options), launchBrowser('chromium', options)]);
  try {
    return await measure(host, customer);
  } finally {
    await Promise.all([host.close(), customer.close()]);
  }
}
