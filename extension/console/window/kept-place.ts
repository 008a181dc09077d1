import * as v from 'valibot';
import { sessionIdSchema } from '../../../shared/protocol/ids.ts';

const placeSchema = v.object({ front: v.nullable(sessionIdSchema), isTiled: v.boolean() });
export type Place = v.InferOutput<typeof placeSchema>;

/** Which session is in front and whether there are tiles, as the window's history has it over a reload. */
export function readPlace(state: unknown): Place {
  const parsed = v.safeParse(placeSchema, state);
  return parsed.success ? parsed.output : { front: null, isTiled: false };
}

export function keepPlace({ hash, front, isTiled }: Place & { hash: string }): void {
  history.replaceState({ front, isTiled } satisfies Place, '', hash);
}
