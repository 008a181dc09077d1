import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { setBadge } from '../platform/badge.ts';
import { onMessage } from '../platform/messages.ts';
import { returnPageAccess } from '../platform/page-access.ts';
import type { ConsoleSession } from './console-session.ts';

/** What of the host's is shown, in all sessions of this window, as far as it concerns the browser: badge, key command, and access given back at the end. */
export function watchOwnPages(sessions: ReadonlySignal<readonly ConsoleSession[]>): void {
  onMessage((message, caller) => {
    if (message.type !== 'stop.now' || caller.origin !== 'extension') return;
    for (const { own, screens } of sessions.peek()) {
      own.stop();
      screens.own.stopAll();
    }
  });
  const mark = computed(() => {
    const all = sessions.value.flatMap(({ own, screens }) => [
      ...screens.own.shown.value,
      ...(own.shown.value ? [own.shown.value] : []),
    ]);
    return all.length === 0 ? 'nothing' : all.some(({ control }) => control) ? 'controlled' : 'viewed';
  });
  let marked: 'nothing' | 'viewed' | 'controlled' = 'nothing';
  effect(() => {
    // A console that shows nothing leaves the mark of others alone.
    if (mark.value === marked) return;
    marked = mark.value;
    void setBadge(marked);
  });
  const over = computed(() => sessions.value.filter(({ client }) => client.state.value.phase === 'ended').length);
  effect(() => {
    if (over.value > 0) void returnPageAccess();
  });
}
