import type { ParticipantId } from '../protocol/ids.ts';
import type { Entry, Fact } from './facts.ts';
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
  if (state.phase === 'ended') return { ...state, seq: entry.seq };
  return { ...apply(state, entry), seq: entry.seq };
}

function begin(seq: number, at: number, fact: Placed<'session.started'>['fact']): OpenSession {
  const { participantId, name } = fact.host;
  return {
    phase: 'open',
    seq,
    id: fact.sessionId,
    site: fact.site,
    startedAt: at,
    switchedOn: fact.switchedOn,
    participants: {
      [participantId]: { phase: 'present', id: participantId, name, role: 'lead', since: at },
    },
    shares: {},
  };
}

function apply(state: OpenSession, { at, fact }: Entry): Exclude<SessionState, { phase: 'none' }> {
  switch (fact.type) {
    case 'session.started':
      return state;
    case 'participant.knocked':
      if (state.participants[fact.participantId]) return state;
      return place(state, { phase: 'lobby', id: fact.participantId, name: fact.name, role: fact.role, since: at });
    case 'participant.admitted':
      return admit(state, { at, fact });
    case 'participant.refused':
      return leave(state, fact.participantId, 'refused');
    case 'participant.left':
      return leave(state, fact.participantId, fact.reason);
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
    case 'session.ended': {
      const { switchedOn: _switchedOn, shares: _shares, ...known } = state;
      return { ...known, phase: 'ended', endedAt: at, reason: fact.reason };
    }
  }
}

function place(state: OpenSession, participant: Participant): OpenSession {
  return { ...state, participants: { ...state.participants, [participant.id]: participant } };
}

function admit(state: OpenSession, { at, fact }: Placed<'participant.admitted'>): OpenSession {
  const known = state.participants[fact.participantId];
  if (known && known.phase !== 'lobby') return state;
  return place(state, { phase: 'present', id: fact.participantId, name: fact.name, role: fact.role, since: at });
}

function leave(
  state: OpenSession,
  id: ParticipantId,
  reason: Extract<Participant, { phase: 'away' }>['reason'],
): OpenSession {
  const known = state.participants[id];
  if (!known || known.phase === 'away') return state;
  const { name, role } = known;
  const shares = mapShares(state.shares, (share) =>
    share.ref.owner === id || share.ref.viewer === id ? { phase: 'off', ref: share.ref, last: 'left' } : share,
  );
  return place({ ...state, shares }, { phase: 'away', id, name, role, reason, admitted: known.phase === 'present' });
}

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
