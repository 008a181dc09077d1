import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../shared/browser/ui/i18n.ts';
import { sendMessage } from '../platform/messages.ts';
import { type Helped, store } from '../platform/store.ts';
import { showAssist } from '../platform/windows.ts';

/** For a customer in a session: Stop, and the way to the assist window. */
export function HelpedCard() {
  const helped = useSignal<Helped | null>(null);
  useEffect(() => {
    const closing = new AbortController();
    const load = async () => {
      helped.value = await store.helped.get();
    };
    store.helped.onChange(() => void load(), closing.signal);
    void load();
    return () => closing.abort();
  }, []);

  if (!helped.value) return null;
  return (
    <section class="helped">
      <strong>{t('popup.inSession', { site: new URL(helped.value.relay).host })}</strong>
      <div class="row">
        {helped.value.shownTabs.length > 0 && (
          <button type="button" class="danger" onClick={() => void sendMessage({ type: 'stop.now' })}>
            {t('popup.stop')}
          </button>
        )}
        <button type="button" onClick={() => void showAssist()}>
          {t('popup.showSession')}
        </button>
      </div>
    </section>
  );
}
