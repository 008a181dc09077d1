import type { PageStep } from './page-step.ts';

/** What it takes to get from a key frame to where one wants to be. The unit: to read a character of a key frame. */
export interface Distance {
  /** Of the whole page: its key frame, or the batches that it came in. */
  page: number;
  /** Of what has happened to it since. */
  since: number;
  /** The page is still coming. */
  isComing: boolean;
}

/** A change is looked up, checked and put in its place; a character of it costs so many of a key frame's. */
const ofChange = 4;
const ofBatch = 400;
/** Pointers, titles, pictures: only the last counts. */
const ofOther = 100;
/** A small page is not written down over and over. */
const least = 64 * 1024;

export const distanceOf = (key: readonly PageStep[]): Distance => ({
  page: key.reduce((sum, step) => sum + (step.kind === 'batch' ? step.json.length : ofOther), 0),
  since: 0,
  isComing: false,
});

export function further({ page, since, isComing }: Distance, step: PageStep): Distance {
  if (step.kind !== 'batch') return { page, since: since + ofOther, isComing };
  const { length } = step.json;
  const isPage = step.isSnapshot || (isComing && step.frame === 0);
  const goesOn = step.frame === 0 ? step.more : isComing;
  if (isPage) return { page: page + length, since, isComing: goesOn };
  return { page, since: since + ofBatch + length * ofChange, isComing: goesOn };
}

/** A key frame is worth it once the way from the last one is as long as reading it: no seek is longer than twice that. */
export const isKeyFrameDue = ({ page, since }: Distance): boolean => since >= Math.max(least, page);

/** Short enough to be played as it happened. */
const shortWay = 32 * 1024;
export const isShortWay = (steps: readonly PageStep[]): boolean =>
  steps.reduce(further, distanceOf([])).since <= shortWay &&
  !steps.some((step) => step.kind === 'batch' && step.isSnapshot);
