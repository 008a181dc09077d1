import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { type ParticipantId, participantIdSchema, type SessionId, sessionIdSchema } from '../../shared/protocol/ids.ts';

/** Whose credential it is. */
export interface TurnUser {
  sessionId: SessionId;
  participantId: ParticipantId;
}

export interface TurnCredential {
  username: string;
  credential: string;
}

const userSchema = v.object({ sessionId: sessionIdSchema, participantId: participantIdSchema });

/**
 * A credential for one participant in one session, good until `expiresAt` (ms since 1970). Nothing is stored: the
 * name says until when, the password is its HMAC. coturn's `use-auth-secret` checks the same.
 */
export function turnCredential(secret: string, user: TurnUser, expiresAt: number): TurnCredential {
  const username = `${Math.floor(expiresAt / 1_000)}:${user.sessionId}.${user.participantId}`;
  return { username, credential: turnPassword(secret, username) };
}

export function turnPassword(secret: string, username: string): string {
  return createHmac('sha1', secret).update(username).digest('base64');
}

/** What a username says, true only if the password fits. */
export function readTurnUsername(username: string): { user: TurnUser; expiresAt: number } | null {
  const [, seconds, sessionId, participantId] = /^(\d{1,12}):([^.]+)\.([^.]+)$/.exec(username) ?? [];
  const user = v.safeParse(userSchema, { sessionId, participantId });
  return user.success ? { user: user.output, expiresAt: Number(seconds) * 1_000 } : null;
}
