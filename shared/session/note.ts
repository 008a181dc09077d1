import * as v from 'valibot';
import { commandIdSchema, type ParticipantId } from '../protocol/ids.ts';
import type { SessionState } from './state.ts';

export const noteLimits = {
  textChars: 4_000,
  notes: 200,
  /** Hosts finish what they write after the end of the session. */
  afterEndMs: 15 * 60_000,
} as const;

export const noteEntries = {
  noteId: commandIdSchema,
  /** Relay's time, ms since 1970, as its writer knows it. */
  begunAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** All of it, in place of what stood there. Empty: there is no such note any more. */
  text: v.pipe(v.string(), v.maxLength(noteLimits.textChars)),
};
export type NoteEntries = { noteId: string; begunAt: number; text: string };

/** What a host wrote down for itself and its colleagues. */
export interface Note {
  id: string;
  by: ParticipantId;
  /** Relay's time, ms since 1970: when it was begun and last changed. */
  begunAt: number;
  at: number;
  text: string;
}

/** What a note says now, in the order in which they were begun. Who writes into another's note changes nothing. */
export function writeNote(
  notes: readonly Note[],
  { noteId: id, begunAt, text }: NoteEntries,
  { by, at, startedAt }: { by: ParticipantId; at: number; startedAt: number },
): readonly Note[] {
  const before = notes.find((note) => note.id === id);
  if (before && before.by !== by) return notes;
  if (text === '') return before ? notes.filter((note) => note !== before) : notes;
  if (before) return notes.map((note) => (note === before ? { ...note, text, at } : note));
  // A clock that is wrong moves no note out of the session.
  const note = { id, by, begunAt: Math.max(startedAt, Math.min(begunAt, at)), at, text };
  return [...notes, note].toSorted((a, b) => a.begunAt - b.begunAt);
}

type NoteRefusal =
  | 'session.none'
  | 'session.ended'
  | 'actor.unknown'
  | 'actor.not-present'
  | 'actor.not-host'
  | 'note.full'
  | 'note.not-yours';

/** Hosts write while they are in the session, and those who were in it for a while after its end. */
export function noteRefusal(
  state: SessionState,
  actorId: ParticipantId | 'relay',
  { noteId }: Pick<NoteEntries, 'noteId'>,
  now: number,
): NoteRefusal | null {
  if (state.phase === 'none') return 'session.none';
  const actor = state.participants[actorId];
  if (!actor) return 'actor.unknown';
  if (actor.role === 'customer') return 'actor.not-host';
  if (state.phase === 'ended' && now >= state.endedAt + noteLimits.afterEndMs) return 'session.ended';
  const wasIn = actor.phase === 'away' && actor.admitted && actor.reason !== 'gone';
  const isIn = actor.phase === 'present' || (state.phase === 'ended' && wasIn);
  if (!isIn) return 'actor.not-present';
  const before = state.notes.find(({ id }) => id === noteId);
  if (before) return before.by === actorId ? null : 'note.not-yours';
  return state.notes.length >= noteLimits.notes ? 'note.full' : null;
}
