import { defaultFilePolicy } from '../protocol/file-policy.ts';
import type { ParticipantId } from '../protocol/ids.ts';
import { type Call, type CallOn, decline, giveUp, join, leave as leaveCall } from './call.ts';
import { addLine, mark, noChat } from './chat.ts';
import type { Entry, Fact } from './facts.ts';
import { addFile, receiveFile, withdrawFile } from './file.ts';
import { writeNote } from './note.ts';
import { ordinaryRule } from './recording-rule.ts';
import { reduceRecordings, settleRecordings } from './reduce-recordings.ts';
import { reduceTools, toolsHandedOver, toolsWithout } from './reduce-tools.ts';
import { type Share, type ShareKey, type ShareRef, shareKey } from './share.ts';
import type { OpenSession, Participant, SessionState } from './state.ts';

type Shares = Record<ShareKey, Share>;
type Placed<T extends Fact['type']> = { at: number; fact: Extract<Fact, { type: T }> };

/**
 * The one fold of a session's facts, run by the relay, the host and the customer.
 * A fact that is old, repeated or out of place changes nothing but the sequence number.
 */
export function reduce(state: SessionState, entry: Entry): SessionState {
  if (entry.seq <= state.seq) return state;
  if (state.phase === 'none') {
    return entry.fact.type === 'session.started' ? begin(entry.seq, entry.at, entry.fact) : state;
  }
  // After the end nothing changes but what hosts still write down.
  if (state.phase === 'ended') {
    const { fact } = entry;
    return fact.type === 'note.written'
      ? noted({ ...state, seq: entry.seq }, entry, fact)
      : { ...state, seq: entry.seq };
  }
  return { ...settleRecordings(apply(state, entry), entry.at), seq: entry.seq };
}

function begin(seq: number, at: number, fact: Placed<'session.started'>['fact']): OpenSession {
  const { participantId, name } = fact.host;
  return {
    phase: 'open',
    seq,
    id: fact.sessionId,
    site: fact.site,
    startedAt: at,
    cameFrom: fact.cameFrom ?? null,
    switchedOn: fact.switchedOn,
    recordingRule: fact.recording ?? ordinaryRule,
    participants: {
      [participantId]: { phase: 'present', id: participantId, name, role: 'lead', since: at },
    },
    chat: noChat,
    notes: [],
    files: [],
    filePolicy: fact.files ?? defaultFilePolicy,
    shares: {},
    tools: {},
    recordings: [],
    call: null,
  };
}

function noted<S extends Exclude<SessionState, { phase: 'none' }>>(
  state: S,
  { at, by }: Entry,
  fact: Extract<Fact, { type: 'note.written' }>,
): S {
  return { ...state, notes: writeNote(state.notes, fact, { by, at, startedAt: state.startedAt }) };
}

function apply(state: OpenSession, entry: Entry): Exclude<SessionState, { phase: 'none' }> {
  const { seq, at, by, fact } = entry;
  switch (fact.type) {
    case 'session.started':
      return state;
    case 'participant.knocked':
      if (state.participants[fact.participantId]) return state;
      return place(state, { phase: 'lobby', id: fact.participantId, name: fact.name, role: fact.role, since: at });
    case 'participant.admitted':
      return admit(state, { at, fact });
    case 'participant.refused':
      return leave(state, { at, participantId: fact.participantId, reason: 'refused' });
    case 'participant.left':
      return leave(state, { at, ...fact });
    case 'lead.handed-over':
      return handOver(state, fact.to);
    case 'share.requested':
      return request(state, { at, fact });
    case 'share.accepted':
      return answer(state, fact.requestId, (share) => ({ ...share, accepted: true }));
    case 'share.granted':
      return grant(state, { at, fact });
    case 'share.refused':
      return answer(state, fact.requestId, ({ ref }) => ({ phase: 'off', ref, last: fact.reason }));
    case 'share.ended':
      return endShare(state, fact);
    case 'folder.noted':
      // For the records alone.
      return state;
    case 'tool.requested':
    case 'tool.accepted':
    case 'tool.granted':
    case 'tool.refused':
    case 'tool.ended':
      return { ...state, tools: reduceTools(state.tools, { at, by, fact }) };
    case 'recording.started':
    case 'recording.paused':
    case 'recording.resumed':
    case 'recording.stopped':
    case 'recording.failed':
      return reduceRecordings(state, { at, fact });
    case 'call.started':
      return startCall(state, { at, fact });
    case 'call.joined':
      return changeCall(state, fact.callId, (call) => join(call, fact.participantId));
    case 'call.declined':
      return changeCall(state, fact.callId, (call) => decline(call, fact.participantId, at));
    case 'call.left':
      return changeCall(state, fact.callId, (call) => leaveCall(call, fact.participantId, at));
    case 'call.given-up':
      return changeCall(state, fact.callId, (call) => giveUp(call, at));
    case 'chat.said': {
      const { messageId: id, audience, text, picture } = fact;
      return { ...state, chat: addLine(state.chat, { id, seq, at, by, audience, text, picture }) };
    }
    case 'chat.reached':
      return { ...state, chat: mark(state.chat, by, fact.upTo, fact.isRead) };
    case 'note.written':
      return noted(state, entry, fact);
    case 'file.published': {
      const { fileId: id, name, size, mediaType, to } = fact;
      return { ...state, files: addFile(state.files, { id, by, at, name, size, mediaType, to }) };
    }
    case 'file.withdrawn':
      return { ...state, files: withdrawFile(state.files, fact.fileId, { by, at }) };
    case 'file.received':
      return { ...state, files: receiveFile(state.files, fact.fileId, { by, at, sha256: fact.sha256 }) };
    case 'session.ended': {
      const { switchedOn: _on, recordingRule: _rule, shares: _shares, tools: _tools, call: _call, ...known } = state;
      return { ...known, phase: 'ended', endedAt: at, reason: fact.reason };
    }
  }
}

function place(state: OpenSession, participant: Participant): OpenSession {
  return { ...state, participants: { ...state.participants, [participant.id]: participant } };
}

function admit(state: OpenSession, { at, fact }: Placed<'participant.admitted'>): OpenSession {
  const known = state.participants[fact.participantId];
  if (known?.phase === 'present') return state;
  return place(state, { phase: 'present', id: fact.participantId, name: fact.name, role: fact.role, since: at });
}

interface Leaving {
  at: number;
  participantId: ParticipantId;
  reason: Extract<Participant, { phase: 'away' }>['reason'];
}

function leave(state: OpenSession, { at, participantId: id, reason }: Leaving): OpenSession {
  const known = state.participants[id];
  if (!known || known.phase === 'away') return state;
  const { name, role } = known;
  const shares = mapShares(state.shares, (share) =>
    isOf(share.ref, id) ? { phase: 'off', ref: share.ref, last: 'left' } : share,
  );
  const call = state.call?.phase === 'on' ? leaveCall(state.call, id, at) : state.call;
  return place(
    { ...state, shares, tools: toolsWithout(state.tools, id), call },
    { phase: 'away', id, name, role, reason, admitted: known.phase === 'present' },
  );
}

/** What the one who led was shown or showed ends: nothing that was allowed to one host is another's. */
function handOver(state: OpenSession, to: ParticipantId): OpenSession {
  const next = state.participants[to];
  const before = Object.values(state.participants).find(({ role, phase }) => role === 'lead' && phase === 'present');
  if (next?.phase !== 'present' || next.role !== 'assistant') return state;
  const shares = mapShares(state.shares, (share) =>
    before && isOf(share.ref, before.id) ? { phase: 'off', ref: share.ref, last: 'superseded' } : share,
  );
  const led = before ? place(state, { ...before, role: 'assistant' }) : state;
  return place({ ...led, shares, tools: toolsHandedOver(state.tools) }, { ...next, role: 'lead' });
}

const isOf = (ref: ShareRef, id: ParticipantId): boolean => ref.owner === id || ref.viewer === id;

function request(state: OpenSession, { at, fact }: Placed<'share.requested'>): OpenSession {
  const key = shareKey(fact.ref);
  const now = state.shares[key];
  if (now && now.phase !== 'off') return state;
  const share: Share = {
    phase: 'requested',
    ref: fact.ref,
    direction: fact.direction,
    requestId: fact.requestId,
    accepted: false,
    at,
  };
  return { ...state, shares: { ...state.shares, [key]: share } };
}

type Requested = Extract<Share, { phase: 'requested' }>;

function answer(state: OpenSession, requestId: string, to: (share: Requested) => Share): OpenSession {
  return {
    ...state,
    shares: mapShares(state.shares, (share) =>
      share.phase === 'requested' && share.requestId === requestId ? to(share) : share,
    ),
  };
}

/**
 * Control cannot be had blind: a grant of control is a grant of view too, unless view is on already.
 * Nobody is shown anything that they have not accepted.
 */
function grant(state: OpenSession, { at, fact }: Placed<'share.granted'>): OpenSession {
  const asked = Object.values(state.shares).find(
    (share) => share.phase === 'requested' && share.requestId === fact.requestId,
  );
  if (asked?.phase !== 'requested' || (asked.direction === 'share' && !asked.accepted)) return state;
  const view = { ...asked.ref, level: 'view' as const };
  const on = (ref: ShareRef): Share => ({ phase: 'on', ref, grantId: fact.grantId, since: at });
  const shares: Shares = { ...state.shares, [shareKey(asked.ref)]: on(asked.ref) };
  if (shares[shareKey(view)]?.phase !== 'on') shares[shareKey(view)] = on(view);
  return { ...state, shares };
}

/** Without view there is no control; without control the view stays. */
function endShare(state: OpenSession, fact: Extract<Fact, { type: 'share.ended' }>): OpenSession {
  const ended = state.shares[shareKey(fact.ref)];
  if (ended?.phase !== 'on' || ended.grantId !== fact.grantId) return state;
  const keys = new Set([shareKey(fact.ref)]);
  const control = shareKey({ ...fact.ref, level: 'control' });
  if (state.shares[control]?.phase === 'on') keys.add(control);
  return {
    ...state,
    shares: mapShares(state.shares, (share) =>
      keys.has(shareKey(share.ref)) ? { phase: 'off', ref: share.ref, last: fact.reason } : share,
    ),
  };
}

function mapShares(shares: OpenSession['shares'], to: (share: Share) => Share): Shares {
  return Object.fromEntries(Object.entries(shares).map(([key, share]) => [key, to(share)]));
}

/** All others who are present are rung. */
function startCall(state: OpenSession, { at, fact }: Placed<'call.started'>): OpenSession {
  const { callId, participantId, medium } = fact;
  const present = Object.values(state.participants).filter(({ phase }) => phase === 'present');
  const ringing = present.map(({ id }) => id).filter((id) => id !== participantId);
  if (state.call?.phase === 'on' || ringing.length === 0 || ringing.length === present.length) return state;
  const known = { id: callId, medium, by: participantId, at };
  return { ...state, call: { ...known, phase: 'on', ringing, members: [participantId], answered: false } };
}

function changeCall(state: OpenSession, id: string, to: (call: CallOn) => Call): OpenSession {
  return state.call?.phase === 'on' && state.call.id === id ? { ...state, call: to(state.call) } : state;
}
