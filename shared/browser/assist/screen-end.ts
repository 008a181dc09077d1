import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import { screenEnd } from '../screen/screens-on.ts';
import type { MessageKey } from '../ui/i18n.ts';

/** Why a screen is shown no more, where the customer did not stop it: the host's, or the customer's own. */
export function screenEndFor(state: SessionState, me: ParticipantId, host: ParticipantId): MessageKey | null {
  for (const surface of ['desktop', 'application'] as const) {
    const theirs = screenEnd(state, { owner: host, viewer: me, surface, level: 'view' });
    if (theirs === 'stopped' || theirs === 'capture-ended') return 'watch.screenStopped';
    const own = screenEnd(state, { owner: me, viewer: host, surface, level: 'view' });
    if (own === 'capture-ended') return 'screen.ownCaptureEnded';
    if (own === 'released') return 'screen.ownReleased';
  }
  return null;
}
