import type { ParticipantId } from '../../protocol/ids.ts';
import { type Share, shareKey, type ShareRef } from '../../session/share.ts';
import type { SessionState } from '../../session/state.ts';
import type { ScreenSurface } from './capture.ts';

type On = Extract<Share, { phase: 'on' }>;
type Requested = Extract<Share, { phase: 'requested' }>;

/** A desktop or an application that is shown by the facts. */
export interface ScreenOn {
  surface: ScreenSurface;
  view: On;
  control: On | null;
  ownerName: string;
  viewerName: string;
}

const isScreen = ({ surface }: ShareRef): boolean => surface !== 'page';

function sharesOf(state: SessionState, side: 'owner' | 'viewer', participant: ParticipantId): readonly Share[] {
  if (state.phase !== 'open') return [];
  return Object.values(state.shares).filter(({ ref }) => ref[side] === participant && isScreen(ref));
}

/** What of this participant's screens is shown, or what screens are shown to it; the one that began last is last. */
export function screensOn(state: SessionState, side: 'owner' | 'viewer', participant: ParticipantId): ScreenOn[] {
  if (state.phase !== 'open') return [];
  const name = (id: ParticipantId) => state.participants[id]?.name ?? '';
  return sharesOf(state, side, participant)
    .filter((share): share is On => share.phase === 'on' && share.ref.level === 'view')
    .toSorted((a, b) => a.since - b.since)
    .map((view) => {
      const control = state.shares[shareKey({ ...view.ref, level: 'control' })];
      return {
        surface: view.ref.surface as ScreenSurface,
        view,
        control: control?.phase === 'on' ? control : null,
        ownerName: name(view.ref.owner),
        viewerName: name(view.ref.viewer),
      };
    });
}

/** Open questions about screens of this participant's: it was asked for them, or has offered them. */
export const screensAsked = (state: SessionState, owner: ParticipantId): readonly Requested[] =>
  sharesOf(state, 'owner', owner).filter((share): share is Requested => share.phase === 'requested');

/** A screen of this participant's, or of somebody else's for it, is asked for or shown. */
export const isScreenWanted = (state: SessionState, participant: ParticipantId): boolean =>
  (['owner', 'viewer'] as const).some((side) =>
    sharesOf(state, side, participant).some(({ phase }) => phase !== 'off'),
  );

export type ScreenEnd = Extract<Share, { phase: 'off' }>['last'];

/** Why a screen of that surface is not shown any more; null while it is, is asked for, or never was. */
export function screenEnd(state: SessionState, view: ShareRef): ScreenEnd | null {
  if (state.phase !== 'open') return null;
  const levels = [state.shares[shareKey({ ...view, level: 'control' })], state.shares[shareKey(view)]];
  if (levels.some((share) => share && share.phase !== 'off')) return null;
  return levels.find((share) => share?.phase === 'off')?.last ?? null;
}
