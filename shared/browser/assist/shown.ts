import type { ParticipantId } from '../../protocol/ids.ts';
import { type Share, shareKey } from '../../session/share.ts';
import type { Participant, SessionState } from '../../session/state.ts';

type On = Extract<Share, { phase: 'on' }>;

/** What of this customer's page is shown, and to whom. */
export interface Shown {
  view: On;
  control: On | null;
  hostName: string;
}

export function shownPage(state: SessionState, customerId: ParticipantId): Shown | null {
  if (state.phase !== 'open') return null;
  const view = Object.values(state.shares).find(
    (share): share is On =>
      share.phase === 'on' &&
      share.ref.owner === customerId &&
      share.ref.surface === 'page' &&
      share.ref.level === 'view',
  );
  if (!view) return null;
  const control = state.shares[shareKey({ ...view.ref, level: 'control' })];
  return {
    view,
    control: control?.phase === 'on' ? control : null,
    hostName: state.participants[view.ref.viewer]?.name ?? '',
  };
}

/** The host who leads the session, or null before anything is known. */
export function leadHost(state: SessionState): Participant | null {
  if (state.phase === 'none') return null;
  return Object.values(state.participants).find((participant) => participant.role === 'lead') ?? null;
}
