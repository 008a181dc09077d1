import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import type { Media } from '../link/media.ts';
import { isScreenWanted } from './screens-on.ts';

/**
 * The way for pictures opens while their owner is still being asked, and chooses: afterwards the first one is there in
 * half the time. It stays for as long as one is shown, so that it does not close just before that.
 */
export function readyMedia(
  state: ReadonlySignal<SessionState>,
  me: ParticipantId,
  media: ReadonlySignal<Media | null>,
  life: AbortSignal,
): void {
  const isWanted = computed(() => isScreenWanted(state.value, me));
  const dispose = effect(() => {
    const way = media.value;
    if (!isWanted.value || !way) return undefined;
    const end = new AbortController();
    untracked(() => way.keepReady(AbortSignal.any([life, end.signal])));
    return () => end.abort();
  });
  life.addEventListener('abort', dispose);
}
