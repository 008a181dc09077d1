import type { MessageKey } from '../../shared/browser/ui/i18n.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Share } from '../../shared/session/share.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { customerOf, pageShares } from './console-state.ts';

/** What the middle of the console shows: the mirror, the invitation, or a sentence that says why not. */
export type StageView =
  | { kind: 'connecting' }
  | { kind: 'invite' }
  | { kind: 'mirror'; grantId: string }
  | { kind: 'says'; title: MessageKey; text: MessageKey | null; busy: boolean };

const says = (title: MessageKey, text: MessageKey | null = null, busy = false): StageView => ({
  kind: 'says',
  title,
  text,
  busy,
});

const afterEnd = {
  denied: 'console.stageDenied',
  'no-answer': 'console.stageNoAnswer',
  withdrawn: 'console.stageIdle',
  impossible: 'console.stageImpossible',
  stopped: 'console.stageStopped',
  released: 'console.stageReleased',
  'left-origin': 'console.stageStopped',
  'page-gone': 'console.stagePageGone',
  'capture-ended': 'console.stagePageGone',
  superseded: 'console.stageIdle',
  left: 'console.stageLeft',
} satisfies Record<Extract<Share, { phase: 'off' }>['last'], MessageKey>;

/** `isReached`: the relay is. While it is not, nobody knows who is online. */
export function stageView(
  state: SessionState,
  me: ParticipantId,
  online: ReadonlySet<ParticipantId>,
  isReached = true,
): StageView {
  if (state.phase === 'none') return { kind: 'connecting' };
  if (state.phase === 'ended') return says('console.ended', 'console.endedText');
  const mine = state.participants[me];
  if (mine?.phase === 'away') {
    return says(mine.reason === 'gone' ? 'invite.removed' : 'handOn.taken', 'console.endedText');
  }
  const customer = customerOf(state);
  const shares = pageShares(state, me);
  if (!customer || !shares) return { kind: 'invite' };
  if (customer.phase === 'away') return says('console.stageLeft');
  if (shares.view?.phase === 'on') return { kind: 'mirror', grantId: shares.view.grantId };
  if (!isReached) return says('trouble.no-relay', 'trouble.no-relay.next', true);
  if (!online.has(customer.id)) return says('console.stageOffline', 'console.stageOfflineText', true);
  if (shares.view?.phase === 'requested' || shares.control?.phase === 'requested') {
    return says('console.stageAsking', 'console.stageAskingText', true);
  }
  return shares.view
    ? says(afterEnd[shares.view.last], 'console.stageIdleText')
    : says('console.stageIdle', 'console.stageIdleText');
}
