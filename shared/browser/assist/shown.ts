import type { ParticipantId } from '../../protocol/ids.ts';
import { type Share, shareKey } from '../../session/share.ts';
import type { Participant, SessionState } from '../../session/state.ts';
import { ownGrant } from './own-grants.ts';

type On = Extract<Share, { phase: 'on' }>;

interface PageOn {
  view: On;
  control: On | null;
}

/** What of this participant's page is shown, and to whom. */
export interface Shown extends PageOn {
  viewerName: string;
}

/** What is shown to this participant, and whose it is. */
export interface Watched extends PageOn {
  ownerName: string;
}

export function shownPage(state: SessionState, owner: ParticipantId): Shown | null {
  const on = pageOn(state, 'owner', owner);
  return on && { ...on, viewerName: nameOf(state, on.view.ref.viewer) };
}

export function watchedPage(state: SessionState, viewer: ParticipantId): Watched | null {
  const on = pageOn(state, 'viewer', viewer);
  return on && { ...on, ownerName: nameOf(state, on.view.ref.owner) };
}

export type WatchEnd = 'watch.stopped' | 'watch.pageGone';

/** Why a page that was shown to this participant is not any more; null while one is, and where the viewer knows. */
export function watchEnd(state: SessionState, viewer: ParticipantId): WatchEnd | null {
  if (state.phase !== 'open') return null;
  const view = Object.values(state.shares).find(
    ({ ref }) => ref.viewer === viewer && ref.surface === 'page' && ref.level === 'view',
  );
  if (view?.phase !== 'off') return null;
  if (view.last === 'page-gone') return 'watch.pageGone';
  return view.last === 'stopped' ? 'watch.stopped' : null;
}

/** Only what was allowed here (own-grants.ts). */
export function within(granted: ReadonlySet<string>, shown: Shown | null): Shown | null {
  if (!shown || !granted.has(ownGrant('view', shown.view.grantId))) return null;
  const { control } = shown;
  return control && !granted.has(ownGrant('control', control.grantId)) ? { ...shown, control: null } : shown;
}

function pageOn(state: SessionState, side: 'owner' | 'viewer', participant: ParticipantId): PageOn | null {
  if (state.phase !== 'open') return null;
  const view = Object.values(state.shares).find(
    (share): share is On =>
      share.phase === 'on' &&
      share.ref[side] === participant &&
      share.ref.surface === 'page' &&
      share.ref.level === 'view',
  );
  if (!view) return null;
  const control = state.shares[shareKey({ ...view.ref, level: 'control' })];
  return { view, control: control?.phase === 'on' ? control : null };
}

function nameOf(state: SessionState, participant: ParticipantId): string {
  return state.phase === 'none' ? '' : (state.participants[participant]?.name ?? '');
}

/** The host who leads the session, or null before anything is known. */
export function leadHost(state: SessionState): Participant | null {
  if (state.phase === 'none') return null;
  return Object.values(state.participants).find((participant) => participant.role === 'lead') ?? null;
}
