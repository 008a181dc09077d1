import type { ParticipantId } from '../../shared/protocol/ids.ts';
import { type Share, shareKey, type ShareRef } from '../../shared/session/share.ts';
import type { Participant, SessionState } from '../../shared/session/state.ts';

/** The customer whose case this is: the one present, else the last one who was. */
export function customerOf(state: SessionState): Participant | null {
  if (state.phase === 'none') return null;
  const customers = Object.values(state.participants).filter((person) => person.role === 'customer');
  return (
    customers.find((person) => person.phase === 'present') ??
    customers.findLast((person) => person.phase === 'away' && person.admitted) ??
    null
  );
}

/** Those who wait to be admitted, the longest-waiting first. */
export function waitingIn(state: SessionState): readonly Extract<Participant, { phase: 'lobby' }>[] {
  if (state.phase !== 'open') return [];
  return Object.values(state.participants)
    .filter((person) => person.phase === 'lobby')
    .toSorted((a, b) => a.since - b.since);
}

export interface PageShares {
  viewRef: ShareRef;
  controlRef: ShareRef;
  view: Share | null;
  control: Share | null;
}

/** The two shares of a customer's page with this host. */
export function pageShares(state: SessionState, me: ParticipantId): PageShares | null {
  const customer = customerOf(state);
  return customer && sharesBetween(state, customer.id, me);
}

/** The two shares of this host's page with the customer. */
export function ownPageShares(state: SessionState, me: ParticipantId): PageShares | null {
  const customer = customerOf(state);
  return customer && sharesBetween(state, me, customer.id);
}

function sharesBetween(state: SessionState, owner: ParticipantId, viewer: ParticipantId): PageShares | null {
  if (state.phase !== 'open') return null;
  const viewRef: ShareRef = { owner, viewer, surface: 'page', level: 'view' };
  const controlRef: ShareRef = { ...viewRef, level: 'control' };
  return {
    viewRef,
    controlRef,
    view: state.shares[shareKey(viewRef)] ?? null,
    control: state.shares[shareKey(controlRef)] ?? null,
  };
}
