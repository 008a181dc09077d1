import type { Kysely } from 'kysely';
import type { ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import type { Schema } from './schema.ts';

/** A host is asked to help in a session. */
export interface HostInvitation {
  sessionId: SessionId;
  userId: string;
  /** Whom the host will be in the session; so that who comes twice is seated once. */
  participantId: ParticipantId;
  /** Who has invited. */
  by: ParticipantId;
  expiresAt: number;
}

export interface Invitations {
  /**
   * A one-time code that leads to the session's lobby as its number does. It goes when a new number is given, and
   * beyond `atMost` of them the oldest go.
   */
  putJoinCode(code: { hash: string; sessionId: SessionId; expiresAt: number }, atMost: number): Promise<void>;

  /** In place of an earlier one of the same host to the same session. */
  putHostInvitation(invitation: HostInvitation): Promise<void>;
  hostInvitations(userId: string, now: number): Promise<HostInvitation[]>;
  dropHostInvitation(sessionId: SessionId, userId: string): Promise<void>;
}

export function createInvitations(db: Kysely<Schema>): Invitations {
  return {
    async putJoinCode({ hash, sessionId, expiresAt }, atMost) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('join_code')
          .values({ code_hash: hash, session_id: sessionId, expires_at: expiresAt })
          .execute();
        const known = await transaction
          .selectFrom('join_code')
          .select('code_hash')
          .where('session_id', '=', sessionId)
          .orderBy('expires_at', 'desc')
          .execute();
        const tooMany = known.slice(atMost).map((row) => row.code_hash);
        if (tooMany.length === 0) return;
        await transaction.deleteFrom('join_code').where('code_hash', 'in', tooMany).execute();
      });
    },

    async putHostInvitation({ sessionId, userId, participantId, by, expiresAt }) {
      await db
        .insertInto('host_invitation')
        .values({
          session_id: sessionId,
          user_id: userId,
          participant_id: participantId,
          invited_by: by,
          expires_at: expiresAt,
        })
        .onConflict((conflict) =>
          conflict.columns(['session_id', 'user_id']).doUpdateSet({ invited_by: by, expires_at: expiresAt }),
        )
        .execute();
    },

    async hostInvitations(userId, now) {
      const rows = await db
        .selectFrom('host_invitation')
        .selectAll()
        .where('user_id', '=', userId)
        .where('expires_at', '>', now)
        .orderBy('expires_at', 'desc')
        .execute();
      return rows.map((row) => ({
        sessionId: row.session_id,
        userId: row.user_id,
        participantId: row.participant_id,
        by: row.invited_by,
        expiresAt: row.expires_at,
      }));
    },

    async dropHostInvitation(sessionId, userId) {
      await db
        .deleteFrom('host_invitation')
        .where('session_id', '=', sessionId)
        .where('user_id', '=', userId)
        .execute();
    },
  };
}
