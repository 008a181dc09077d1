import * as v from 'valibot';

/** Random, unguessable name of a thing: 16 bytes as 22 base64url characters. */
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

export const sessionIdSchema = id;
export const participantIdSchema = id;
/** Made by the client, once per act; the relay runs each at most once. */
export const commandIdSchema = id;

export type SessionId = v.InferOutput<typeof sessionIdSchema>;
export type ParticipantId = v.InferOutput<typeof participantIdSchema>;
export type CommandId = v.InferOutput<typeof commandIdSchema>;

/** What people are called on the other side's screen: 1 to 60 characters, no control or bidi characters. */
export const nameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(60),
  v.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]+$/u),
);

/** Opens one socket, once. */
export const ticketSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
