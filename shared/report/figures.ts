import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a desk did in some stretch of time. Sums, so that stretches can be added; times in ms. */
export const figuresSchema = v.strictObject({
  entered: count,
  accepted: count,
  /** Accepted within the goal of the site. */
  inGoal: count,
  /** Left before anybody accepted. */
  abandoned: count,
  /** Of those that were accepted, together. */
  waitedMs: count,
  /** Sessions that came from a queue and were given back. */
  handled: count,
  handlingMs: count,
});
export type Figures = v.InferOutput<typeof figuresSchema>;

export const noFigures: Figures = {
  entered: 0,
  accepted: 0,
  inGoal: 0,
  abandoned: 0,
  waitedMs: 0,
  handled: 0,
  handlingMs: 0,
};

export const sumOf = (all: Iterable<Figures>): Figures => {
  const sum = { ...noFigures };
  for (const one of all) addTo(sum, one);
  return sum;
};

/** Changes the first. */
export function addTo(sum: Figures, more: Partial<Figures>): void {
  for (const name of Object.keys(noFigures) as (keyof Figures)[]) sum[name] += more[name] ?? 0;
}

/** Null where there was none to take a mean of. */
export const meanWait = ({ waitedMs, accepted }: Figures): number | null => (accepted > 0 ? waitedMs / accepted : null);
export const meanHandling = ({ handlingMs, handled }: Figures): number | null =>
  handled > 0 ? handlingMs / handled : null;

/** The share, 0 … 1, of those who asked and were accepted within the goal; who gave up was not. */
export function serviceLevel({ inGoal, accepted, abandoned }: Figures): number | null {
  const all = accepted + abandoned;
  return all > 0 ? inGoal / all : null;
}
