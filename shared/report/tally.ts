import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What was done in some days, of some queue, by some host. Sums, so that they can be added; times in ms. */
export const tallySchema = v.object({
  /** Of requests: when they were over. */
  accepted: count,
  waitedMs: count,
  /** Left before anybody accepted. */
  abandoned: count,
  /** That are over, by who led them at the end. */
  sessions: count,
  handlingMs: count,
  /** How often the lead was passed on in them. */
  transfers: count,
  /** By hosts: how it went; by customers: the survey. Stars, 1 … 5. */
  rated: count,
  ratingStars: count,
  surveyed: count,
  surveyStars: count,
});
export type Tally = v.InferOutput<typeof tallySchema>;

const names = Object.keys(tallySchema.entries) as (keyof Tally)[];

export const noTally = (): Tally => ({
  accepted: 0,
  waitedMs: 0,
  abandoned: 0,
  sessions: 0,
  handlingMs: 0,
  transfers: 0,
  rated: 0,
  ratingStars: 0,
  surveyed: 0,
  surveyStars: 0,
});

/** Changes the first. */
export function addTally(sum: Tally, more: Partial<Tally>): void {
  for (const name of names) sum[name] += more[name] ?? 0;
}

const mean = (sum: number, of: number): number | null => (of > 0 ? sum / of : null);

/** Null where there is nothing to take a mean of. */
export const meansOf = (tally: Tally) => ({
  waitMs: mean(tally.waitedMs, tally.accepted),
  handlingMs: mean(tally.handlingMs, tally.sessions),
  rating: mean(tally.ratingStars, tally.rated),
  survey: mean(tally.surveyStars, tally.surveyed),
  /** The share, 0 … 1, of those who asked and gave up. */
  gaveUp: mean(tally.abandoned, tally.accepted + tally.abandoned),
});
