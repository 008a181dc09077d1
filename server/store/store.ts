import type { CommandId, ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import type { Entry, Fact } from '../../shared/session/facts.ts';
import type { Role } from '../../shared/session/state.ts';
import type { Invitations } from './invitations.ts';

/** Who a token or a ticket stands for. */
export interface Seat {
  sessionId: SessionId;
  participantId: ParticipantId;
  role: Role;
}

export interface NewSeat {
  participantId: ParticipantId;
  tokenHash: string;
  role: Role;
  /** The host's user id; null for a customer. */
  userId: string | null;
}

/** All of it is written, or nothing. */
export interface Append {
  sessionId: SessionId;
  /** The last sequence number that the decision was based on. */
  after: number;
  at: number;
  by: ParticipantId | 'relay';
  facts: readonly Fact[];
  /** Makes the act run at most once. */
  command?: CommandId;
  seats?: readonly NewSeat[];
  /** Hash of the session number, or of the code of a link, that is used up by this. */
  spend?: string;
}

/** `conflict`: somebody was faster (or it has been done already); look again and decide anew. */
export type Appended = { ok: true; entries: Entry[] } | { ok: false; code: 'conflict' | 'number.gone' };

/** What the relay keeps. Any instance may call any of it at any time. Hashes only, never a secret. */
export interface Store extends Invitations {
  append(append: Append): Promise<Appended>;
  entries(sessionId: SessionId, after: number): Promise<Entry[]>;
  /** The sequence number that a command ended at, if it has run. */
  ranCommand(sessionId: SessionId, command: CommandId): Promise<{ by: string; seq: number } | undefined>;

  seatByToken(tokenHash: string): Promise<Seat | undefined>;
  seatOfUser(sessionId: SessionId, userId: string): Promise<Seat | undefined>;
  /** The host who has this place; undefined for a customer. */
  userOf(participantId: ParticipantId): Promise<string | undefined>;
  /** The token before it is worth nothing from now on. */
  renewToken(participantId: ParticipantId, tokenHash: string): Promise<void>;
  /** All of the user's places open nothing any more; each gets a hash that nobody has the secret of. */
  closeSeatsOf(userId: string, newHash: () => string): Promise<void>;
  /** Ids of sessions that have not ended and in which the user has a seat, newest first. */
  openSessionsOf(userId: string, atMost: number): Promise<SessionId[]>;

  /** In place of the session's number so far. False when another session has this one: take another. */
  putNumber(number: { hash: string; sessionId: SessionId; expiresAt: number }): Promise<boolean>;
  /** Of a number, or of the code of a link. */
  sessionByNumber(hash: string, now: number): Promise<SessionId | undefined>;

  putTicket(ticket: { hash: string; participantId: ParticipantId; expiresAt: number }): Promise<void>;
  /** Once only, whichever instance asks first. */
  takeTicket(hash: string, now: number): Promise<Seat | undefined>;

  putPasswordLink(link: { hash: string; userId: string; expiresAt: number }): Promise<void>;
  takePasswordLink(hash: string, now: number): Promise<string | undefined>;

  /** What the site has decided under this name, as it was put. */
  setting(name: string): Promise<string | undefined>;
  putSetting(name: string, value: string, now: number): Promise<void>;

  /** Somebody is online in these. */
  touch(sessionIds: readonly SessionId[], now: number): Promise<void>;
  /** Open sessions in which nobody has been online since `before`. */
  idleSessions(before: number, atMost: number): Promise<SessionId[]>;
  /** Forgets secrets that have run out. */
  prune(now: number): Promise<void>;
  /** Throws when the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}
