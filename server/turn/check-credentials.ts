import { hasIntegrity, longTermKey } from './message-integrity.ts';
import { attributes, type TurnFailure } from './stun-codes.ts';
import { type DecodedStun, valueOf } from './stun-message.ts';
import { readTurnUsername, turnPassword, type TurnUser } from './turn-credentials.ts';

export const realm = 'beside';

export type Checked =
  | { ok: true; user: TurnUser; username: string; key: Buffer; expiresAt: number }
  | { ok: false; failure: TurnFailure };

const maxUsernameBytes = 128;
const fail = (failure: TurnFailure): Checked => ({ ok: false, failure });

/** Who has sent the request (RFC 8489 §9.2.4). `nonce`: what this connection was told to say. */
export function checkCredentials(frame: Buffer, message: DecodedStun, secret: string, nonce: string): Checked {
  if (message.integrityAt === null) return fail('unauthorized');
  const name = valueOf(message, attributes.username);
  const theirNonce = valueOf(message, attributes.nonce);
  if (!name || name.length > maxUsernameBytes || !theirNonce) return fail('bad-request');
  if (valueOf(message, attributes.realm)?.toString() !== realm) return fail('bad-request');
  if (theirNonce.toString() !== nonce) return fail('stale-nonce');
  const username = name.toString();
  const read = readTurnUsername(username);
  if (!read) return fail('unauthorized');
  const key = longTermKey(username, realm, turnPassword(secret, username));
  if (!hasIntegrity(frame, message.integrityAt, key)) return fail('unauthorized');
  return { ok: true, ...read, username, key };
}
