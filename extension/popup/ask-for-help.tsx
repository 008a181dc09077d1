import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { createQueueApi } from '../../shared/browser/api/queue-api.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { browser } from '../platform/browser.ts';
import { store } from '../platform/store.ts';
import { openHelp } from '../platform/windows.ts';

/** For a customer: help from the site's queues, with the page in front as what it is about. */
export function AskForHelp({ relay }: { relay: string }) {
  const hasQueues = useSignal(false);
  useEffect(() => {
    void createQueueApi(relay)
      .names()
      .then((names) => (hasQueues.value = names.ok && names.value.length > 0));
  }, [relay]);

  const ask = async () => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const page = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
    // Query and fragment may hold what is nobody's business.
    const about = new URLSearchParams({ page: page ? page.origin + page.pathname : '', title: tab?.title ?? '' });
    const helpTab = await openHelp(`${relay}/help#${about}`);
    if (tab?.id !== undefined && helpTab !== null) await store.asked.set({ fromTab: tab.id, helpTab });
  };

  if (!hasQueues.value) return null;
  return (
    <section class="stack">
      <button type="button" class="primary" onClick={() => void ask()}>
        {t('desk.askForHelp')}
      </button>
      <p class="hint">{t('desk.askForHelpText')}</p>
    </section>
  );
}
