import { computed, type ReadonlySignal } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import type { Received } from '../link/arrivals.ts';
import type { Media, MediaPhase } from '../link/media.ts';
import type { ScreenSurface } from './capture.ts';
import { type ScreenOn, screensOn } from './screens-on.ts';

/** A screen of somebody else's that is shown here. */
export interface WatchedScreen extends ScreenOn {
  /** One for each screen or window under the grant, in the order in which they began. */
  pictures: readonly Received[];
  phase: MediaPhase;
}

/** The screens whose grant stands, each with the pictures that its owner labelled with that grant, and no others. */
export const createWatchedScreens = (
  state: ReadonlySignal<SessionState>,
  me: ParticipantId,
  media: ReadonlySignal<Media | null>,
): ReadonlySignal<readonly WatchedScreen[]> =>
  computed(() => {
    const received = media.value?.received.value ?? [];
    return screensOn(state.value, 'viewer', me).map((screen) => ({
      ...screen,
      pictures: received.filter(({ label }) => isOf(label, screen)),
      phase: media.value?.phase.value ?? 'off',
    }));
  });

function isOf(
  label: Received['label'],
  { surface, view }: { surface: ScreenSurface; view: ScreenOn['view'] },
): boolean {
  return label.kind === 'screen' && label.surface === surface && label.grant === view.grantId;
}
