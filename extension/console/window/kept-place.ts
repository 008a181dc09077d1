import * as v from 'valibot';
import { sessionIdSchema } from '../../../shared/protocol/ids.ts';

const placeSchema = v.object({
  front: v.nullable(sessionIdSchema),
  isTiled: v.boolean(),
  putAway: v.array(sessionIdSchema),
});
export type Place = v.InferOutput<typeof placeSchema>;

/** Which session is in front, whether there are tiles and what was put away, as the window's history has it over a reload. */
export function readPlace(state: unknown): Place {
  const parsed = v.safeParse(placeSchema, state);
  return parsed.success ? parsed.output : { front: null, isTiled: false, putAway: [] };
}

export function keepPlace({ hash, ...place }: Place & { hash: string }): void {
  history.replaceState(place satisfies Place, '', hash);
}
