import type { CommandId, ParticipantId } from '../../protocol/ids.ts';
import { type Call, type CallMedium, isFull } from '../../session/call.ts';
import { othersPresent } from '../../session/may.ts';
import type { OpenSession, SessionState } from '../../session/state.ts';

export interface Named {
  id: ParticipantId;
  name: string;
}

/** What one participant has to do with the session's call. */
export type CallView =
  /** There is none, and whether there is somebody to call. */
  | { kind: 'none'; canCall: boolean }
  /** It rings here. */
  | { kind: 'rung'; id: CommandId; medium: CallMedium; caller: string }
  /** Others are in one. */
  | { kind: 'others'; id: CommandId; names: readonly string[]; full: boolean }
  /** One is in it, in this window or (`here` false) in one that is gone. */
  | {
      kind: 'in';
      id: CommandId;
      medium: CallMedium;
      here: boolean;
      answered: boolean;
      /** One's own. */
      name: string;
      others: readonly Named[];
      ringing: readonly Named[];
    };

/** `here`: the call that was entered in this window. */
export function callView(state: SessionState, me: ParticipantId, here: CommandId | null): CallView {
  if (state.phase !== 'open' || state.participants[me]?.phase !== 'present') return { kind: 'none', canCall: false };
  const { call } = state;
  const named = (ids: readonly ParticipantId[]) =>
    ids.filter((id) => id !== me).map((id) => ({ id, name: nameOf(state, id) }));
  if (call?.phase !== 'on') return { kind: 'none', canCall: othersPresent(state, me) };
  const { id, medium, by, answered, members, ringing } = call;
  if (members.includes(me)) {
    const people = { name: nameOf(state, me), others: named(members), ringing: named(ringing) };
    return { kind: 'in', id, medium, here: here === id, answered, ...people };
  }
  if (ringing.includes(me)) return { kind: 'rung', id, medium, caller: nameOf(state, by) };
  return { kind: 'others', id, names: named(members).map(({ name }) => name), full: isFull(call) };
}

/** A call waits for this participant's answer. */
export const isRung = (state: SessionState, me: ParticipantId): boolean => callView(state, me, null).kind === 'rung';

/** What is said of the last call. */
export type CallNote =
  | { kind: 'missed'; id: CommandId; caller: string; at: number }
  | { kind: 'declined' | 'no-answer' | 'over'; id: CommandId };

/** `seen`: calls that this participant was in, in this window; of others only a missed one is said. */
export function callNote(state: SessionState, me: ParticipantId, seen: ReadonlySet<CommandId>): CallNote | null {
  if (state.phase !== 'open' || state.call?.phase !== 'off') return null;
  const { id, by, at, reason, ringing } = state.call;
  if (ringing.includes(me)) return { kind: 'missed', id, caller: nameOf(state, by), at };
  if (!seen.has(id)) return null;
  return said[reason] && { kind: said[reason], id };
}

const said = {
  declined: 'declined',
  'no-answer': 'no-answer',
  ended: 'over',
  cancelled: null,
} as const satisfies Record<Extract<Call, { phase: 'off' }>['reason'], CallNote['kind'] | null>;

const nameOf = ({ participants }: OpenSession, id: ParticipantId): string => participants[id]?.name ?? '';
