export interface DigitGroup {
  start: number;
  end: number;
  digits: string;
  /** What stands between it and the group before. */
  before: string;
}

/** Groups of digits with at most two separators between one and the next, as numbers are written for people. */
export type DigitRun = readonly DigitGroup[];

const group = /\d+/g;
const separators = /^[ \u00a0\u2000-\u200b\u202f\u2010-\u2015()./-]{0,2}$/;

/** All runs with at least seven digits. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitGroup[] = [];
  let count = 0;
  const close = () => {
    if (count >= 7) runs.push(run);
    run = [];
    count = 0;
  };
  for (const match of text.matchAll(group)) {
    const [digits] = match;
    const start = match.index;
    const previous = run.at(-1);
    let before = '';
    if (previous) {
      before = start - previous.end > 2 ? 'far' : text.slice(previous.end, start);
      if (!separators.test(before)) close();
    }
    if (run.length === 0) before = '';
    run.push({ start, end: start + digits.length, digits, before });
    count += digits.length;
  }
  close();
  return runs;
}
