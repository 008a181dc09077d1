import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { close, exact, type Verdict } from './judge.ts';

/** Writes `bench-out/fidelity/PAIR.json` with all pages, worst first, and a picture of each that is not exact. */
export function report(pair: string, verdicts: readonly Verdict[], say: (line: string) => void): void {
  const folder = `bench-out/fidelity/${pair}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const worst = verdicts.toSorted((a, b) => b.different - a.different);
  for (const { page, different, isTextEqual, textsPart, sideBySide } of worst) {
    if (different >= exact) writeFileSync(`${folder}/${fileName(page.name)}.png`, sideBySide?.() ?? '');
    if (different < exact && isTextEqual) continue;
    const mark = different >= close ? '✗' : different >= exact ? '~' : '✓';
    say(
      `  ${mark} ${percent(different).padStart(9)}  ${page.name}${isTextEqual ? '' : `  text: ${JSON.stringify(textsPart)}`}`,
    );
  }
  const lines = worst.map(({ page, different, leftOut, floor, isTextEqual, textsPart, masked }) => ({
    name: page.name,
    isFeature: page.isFeature,
    differentPercent: 100 * different,
    leftOutPercent: 100 * leftOut,
    floorPercent: floor === null ? null : 100 * floor,
    isTextEqual,
    textsPart,
    masked,
  }));
  writeFileSync(`${folder}.json`, `${JSON.stringify(lines, null, 2)}\n`);
}

const fileName = (name: string) => name.replaceAll(/[^a-z0-9.-]+/gi, '_');
const percent = (share: number) => `${(100 * share).toFixed(4)} %`;
