import { effect, type ReadonlySignal } from '@preact/signals';
import { ringTone } from '../../shared/browser/call/ring-tone.ts';
import { t } from '../../shared/browser/ui/i18n.ts';

/** Rings, and says so in the window's title, as long as something is offered. */
export function ringWhile(rings: ReadonlySignal<boolean>): void {
  let ringing = new AbortController();
  effect(() => {
    ringing.abort();
    document.title = rings.value ? `● ${t('desk.title')}` : t('desk.title');
    if (!rings.value) return;
    ringing = new AbortController();
    ringTone(ringing.signal);
  });
}
