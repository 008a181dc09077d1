import type { BrowserKind } from '../test-browser.ts';

export interface Pair {
  host: BrowserKind;
  customer: BrowserKind;
}

/** `npm run test:long` leaves out nothing; `npm test` has twenty minutes. */
export const isThorough = process.env['BESIDE_TEST_THOROUGH'] === '1';

const crossPairs: readonly Pair[] = [
  { host: 'chromium', customer: 'firefox' },
  { host: 'firefox', customer: 'chromium' },
];

/** The one with that host in short, all of them in long. */
export const pairsOf = <T extends Pair>(host: BrowserKind, all: readonly T[]): readonly T[] =>
  isThorough ? all : all.filter((pair) => pair.host === host);

/** That browser in short, both of them in long. */
export const kindsOf = (kind: BrowserKind): readonly BrowserKind[] => (isThorough ? ['chromium', 'firefox'] : [kind]);

/** Each browser on each side once; in short with that host only. */
export const crossPairsWith = (host: BrowserKind): readonly Pair[] => pairsOf(host, crossPairs);
