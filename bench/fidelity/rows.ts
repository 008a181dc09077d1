import { type Row, rowsOf } from '../row.ts';
import { close, exact, percentBelow, type Verdict } from './judge.ts';

export interface PairVerdicts {
  /** `rrweb`, or CUSTOMER-HOST. */
  name: string;
  verdicts: Verdict[];
}

/** The goals are for foreign pages; a feature's page is told beside them. */
export function fidelityRows(pairs: readonly PairVerdicts[]): Row[] {
  const row = rowsOf('fidelity');
  const rrweb = pairs.find(({ name }) => name === 'rrweb')?.verdicts;
  return pairs
    .filter(({ name }) => name !== 'rrweb')
    .flatMap(({ name, verdicts }) =>
      [false, true].flatMap((isFeature) => {
        const ours = verdicts.filter(({ page }) => page.isFeature === isFeature);
        if (ours.length === 0) return [];
        const theirs = rrweb?.filter(({ page }) => page.isFeature === isFeature) ?? [];
        const kind = `${ours.length} ${isFeature ? 'feature' : 'foreign'} pages, ${name}`;
        const peer = (limit: number) =>
          theirs.length > 0 ? { peer: ['rrweb', percentBelow(theirs, limit)] as [string, number] } : {};
        const equal = (100 * ours.filter(({ isTextEqual }) => isTextEqual).length) / ours.length;
        const unit = '%';
        const floors = ours.filter(({ floor }) => floor !== null).map((one) => ({ ...one, different: one.floor ?? 0 }));
        const plain = 'floor: the same page opened in the host’s browser';
        return [
          ...(floors.length > 0
            ? [
                row(`${plain}, exact, ${kind}`, percentBelow(floors, exact), { unit }),
                row(`${plain}, close, ${kind}`, percentBelow(floors, close), { unit }),
              ]
            : []),
          row(`exact (< 0.01 % of pixels), ${kind}`, percentBelow(ours, exact), {
            unit,
            ...peer(exact),
            goal: { atLeast: 80 },
            stretch: { atLeast: 90 },
          }),
          row(`close (< 1 % of pixels), ${kind}`, percentBelow(ours, close), {
            unit,
            ...peer(close),
            goal: { atLeast: 100 },
          }),
          row(`text equal, ${kind}`, equal, { unit, goal: { atLeast: 100 } }),
        ];
      }),
    );
}
