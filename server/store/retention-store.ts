import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { factSchema } from '../../shared/session/facts.ts';
import type { Schema } from './schema.ts';

/** What has been kept for long enough. Each call is a step of bounded work that may be done twice. */
export interface RetentionStore {
  /** Sessions that ended before then, the oldest first. */
  endedBefore(before: number, atMost: number, skip: number): Promise<SessionId[]>;
  /** Takes the pictures out of the chat of sessions that ended before then; how many sessions were looked through. */
  dropPictures(before: number, atMost: number): Promise<number>;
  dropOutcomes(before: number): Promise<void>;
}

const factText = v.pipe(v.string(), v.parseJson(), factSchema);
/** Stands where there was nothing but a picture. */
const noPicture = '…';

export function createRetentionStore(db: Kysely<Schema>): RetentionStore {
  async function dropPicturesOf(sessionId: SessionId): Promise<void> {
    const rows = await db
      .selectFrom('fact')
      .select(['seq', 'fact'])
      .where('session_id', '=', sessionId)
      .where('fact', 'like', '{"type":"chat.said"%"picture":"data:%')
      .execute();
    for (const { seq, fact: text } of rows) {
      const fact = v.parse(factText, text);
      if (fact.type !== 'chat.said') continue;
      const without = { ...fact, text: fact.text === '' ? noPicture : fact.text, picture: null };
      await db
        .updateTable('fact')
        .set({ fact: JSON.stringify(without) })
        .where('session_id', '=', sessionId)
        .where('seq', '=', seq)
        .execute();
    }
    await db.updateTable('session').set({ pictures_gone: 1 }).where('id', '=', sessionId).execute();
  }

  return {
    async endedBefore(before, atMost, skip) {
      const rows = await db
        .selectFrom('session')
        .select('id')
        .where('ended_at', '<', before)
        .orderBy('ended_at')
        .orderBy('id')
        .limit(atMost)
        .offset(skip)
        .execute();
      return rows.map(({ id }) => id);
    },
    async dropPictures(before, atMost) {
      const rows = await db
        .selectFrom('session')
        .select('id')
        .where('ended_at', '<', before)
        .where('pictures_gone', '=', 0)
        .orderBy('ended_at')
        .limit(atMost)
        .execute();
      for (const { id } of rows) await dropPicturesOf(id);
      return rows.length;
    },
    async dropOutcomes(before) {
      await db.deleteFrom('outcome').where('at', '<', before).execute();
    },
  };
}
