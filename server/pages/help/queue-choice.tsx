import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ApiResult } from '../../../shared/browser/api/api-call.ts';
import { createQueueApi } from '../../../shared/browser/api/queue-api.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { QueueNames } from '../../../shared/protocol/desk.ts';
import { useSite } from '../session/use-site.ts';

/** Where the link names no queue: all that take requests. With one only, straight there. */
export function QueueChoice() {
  const site = useSite();
  const queues = useSignal<ApiResult<QueueNames> | null>(null);
  const load = async () => {
    const answer = await createQueueApi(location.origin).names();
    const [only, ...others] = answer.ok ? answer.value : [];
    if (only && others.length === 0) location.replace(`/help/${only.id}${location.search}${location.hash}`);
    else queues.value = answer;
  };
  useEffect(() => {
    document.title = t('help.title');
    void load();
  }, []);

  const answer = queues.value;
  return (
    <div class="page">
      {site.value && <Brand site={site.value} />}
      {!answer && <p class="hint">{t('common.loading')}</p>}
      {answer && (
        <section class="card">
          <h1>{t('help.choose')}</h1>
          {!answer.ok && (
            <p class="problem" role="alert">
              {t('join.offline')}
            </p>
          )}
          {!answer.ok && (
            <button type="button" onClick={() => void load()}>
              {t('common.retry')}
            </button>
          )}
          {answer.ok && answer.value.length === 0 && <p>{t('help.noQueues')}</p>}
          {answer.ok && answer.value.length > 0 && (
            <ul class="queue-list">
              {answer.value.map(({ id, name, isOpen }) => (
                <li key={id}>
                  <a class="button" href={`/help/${id}${location.search}${location.hash}`}>
                    {name} <span class={`tag ${isOpen ? 'good' : ''}`}>{t(isOpen ? 'help.open' : 'help.closed')}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}
