import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { createQueueApi } from '../../shared/browser/api/queue-api.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { askAbout } from '../platform/ask-help.ts';

/** For a customer: help from the site's queues, with the page in front as what it is about. */
export function AskForHelp({ relay }: { relay: string }) {
  const hasQueues = useSignal(false);
  useEffect(() => {
    void createQueueApi(relay)
      .names()
      .then((names) => (hasQueues.value = names.ok && names.value.length > 0));
  }, [relay]);

  if (!hasQueues.value) return null;
  return (
    <section class="stack">
      <button type="button" class="primary" onClick={() => void askAbout(relay)}>
        {t('desk.askForHelp')}
      </button>
      <p class="hint">{t('desk.askForHelpText')}</p>
    </section>
  );
}
