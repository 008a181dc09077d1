import { computed, effect } from '@preact/signals';
import { setBadge } from '../platform/badge.ts';
import { onMessage } from '../platform/messages.ts';
import { returnPageAccess } from '../platform/page-access.ts';
import type { ConsoleSession } from './console-session.ts';

/** What of the host's shown page concerns the browser: badge, key command, and access given back at the end. */
export function watchOwnPage({ own, screens, client }: ConsoleSession): void {
  onMessage((message, caller) => {
    if (message.type === 'stop.now' && caller.origin === 'extension') {
      own.stop();
      screens.own.stopAll();
    }
  });
  const mark = computed(() => {
    const all = [...screens.own.shown.value, ...(own.shown.value ? [own.shown.value] : [])];
    return all.length === 0 ? 'nothing' : all.some(({ control }) => control) ? 'controlled' : 'viewed';
  });
  let marked: 'nothing' | 'viewed' | 'controlled' = 'nothing';
  effect(() => {
    // A console that shows nothing leaves the mark of others alone.
    if (mark.value === marked) return;
    marked = mark.value;
    void setBadge(marked);
  });
  effect(() => {
    if (client.state.value.phase === 'ended') void returnPageAccess();
  });
}
