import type { ParticipantId } from '../../protocol/ids.ts';
import { type Share, shareKey } from '../../session/share.ts';
import type { Participant, SessionState } from '../../session/state.ts';
import { ownGrant } from './own-grants.ts';

type On = Extract<Share, { phase: 'on' }>;

interface PageOn {
  view: On;
  control: On | null;
}

/** Somebody to whom this participant's page is shown. */
export interface Viewer extends PageOn {
  viewerName: string;
}

/** The one who sees the page, and may control it. */
export interface Shown extends Viewer {
  /** Those who see what that one sees, and control nothing. */
  followers: readonly Viewer[];
}

/** What is shown to this participant, and whose it is. */
export interface Watched extends PageOn {
  ownerName: string;
}

/** To whom the facts say that the page is shown: the one who leads the session first, then the longest-watching. */
export function viewersOf(state: SessionState, owner: ParticipantId): Viewer[] {
  const lead = leadHost(state)?.id;
  return pagesOn(state, 'owner', owner)
    .toSorted(
      (a, b) => Number(b.view.ref.viewer === lead) - Number(a.view.ref.viewer === lead) || a.view.since - b.view.since,
    )
    .map((on) => ({ ...on, viewerName: nameOf(state, on.view.ref.viewer) }));
}

/** Who sees the page or has asked to. */
export function pageViewers(state: SessionState, owner: ParticipantId): ParticipantId[] {
  if (state.phase !== 'open') return [];
  const viewers = Object.values(state.shares)
    .filter(({ ref, phase }) => ref.owner === owner && ref.surface === 'page' && phase !== 'off')
    .map(({ ref }) => ref.viewer);
  return [...new Set(viewers)];
}

export function watchedPage(state: SessionState, viewer: ParticipantId): Watched | null {
  const [on] = pagesOn(state, 'viewer', viewer);
  return on ? { ...on, ownerName: nameOf(state, on.view.ref.owner) } : null;
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

/** Only what was allowed here (own-grants.ts). Who controls comes before who leads. */
export function within(granted: ReadonlySet<string>, viewers: readonly Viewer[]): Shown | null {
  const allowed = viewers
    .filter(({ view }) => granted.has(ownGrant(view.ref, view.grantId)))
    .map((one) =>
      one.control && granted.has(ownGrant(one.control.ref, one.control.grantId)) ? one : { ...one, control: null },
    );
  const first = allowed.find(({ control }) => control) ?? allowed[0];
  return first ? { ...first, followers: allowed.filter((one) => one !== first) } : null;
}

function pagesOn(state: SessionState, side: 'owner' | 'viewer', participant: ParticipantId): PageOn[] {
  if (state.phase !== 'open') return [];
  return Object.values(state.shares)
    .filter(
      (share): share is On =>
        share.phase === 'on' &&
        share.ref[side] === participant &&
        share.ref.surface === 'page' &&
        share.ref.level === 'view',
    )
    .map((view) => {
      const control = state.shares[shareKey({ ...view.ref, level: 'control' })];
      return { view, control: control?.phase === 'on' ? control : null };
    });
}

export function nameOf(state: SessionState, participant: ParticipantId): string {
  return state.phase === 'none' ? '' : (state.participants[participant]?.name ?? '');
}

/** Names of the hosts who are there and do not lead. */
export function helpersOf(state: SessionState): string[] {
  if (state.phase !== 'open') return [];
  return Object.values(state.participants)
    .filter(({ role, phase }) => role === 'assistant' && phase === 'present')
    .map(({ name }) => name);
}

/** The host who leads the session, or null before anything is known. */
export function leadHost(state: SessionState): Participant | null {
  if (state.phase === 'none') return null;
  const leads = Object.values(state.participants).filter(({ role }) => role === 'lead');
  return leads.find(({ phase }) => phase === 'present') ?? leads.at(-1) ?? null;
}
