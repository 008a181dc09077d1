import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import { screenEnd } from '../screen/screens-on.ts';
import type { MessageKey } from '../ui/i18n.ts';

/** Why screens are shown no more, where the customer did not stop them: the host's, and the customer's own. */
export function screenEndsFor(state: SessionState, me: ParticipantId, host: ParticipantId): readonly MessageKey[] {
  const ends = (['desktop', 'application'] as const).flatMap((surface): (MessageKey | null)[] => {
    const theirs = screenEnd(state, { owner: host, viewer: me, surface, level: 'view' });
    const own = screenEnd(state, { owner: me, viewer: host, surface, level: 'view' });
    return [
      theirs === 'stopped' || theirs === 'capture-ended' ? 'watch.screenStopped' : null,
      own === 'capture-ended' ? 'screen.ownCaptureEnded' : null,
      own === 'released' ? 'screen.ownReleased' : null,
    ];
  });
  return [...new Set(ends.filter((end) => end !== null))];
}
