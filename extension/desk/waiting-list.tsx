import { durationText, t } from '../../shared/browser/ui/i18n.ts';
import type { HostDesk } from '../../shared/queue/host-desk.ts';
import { RequestFacts } from './request-facts.tsx';

interface Props extends Pick<HostDesk, 'waiting' | 'queues'> {
  now: number;
  onTake: (requestId: string) => void;
}

/** How many wait in the own queues; who, where hosts may choose. */
export function WaitingList({ waiting, queues, now, onTake }: Props) {
  return (
    <>
      {queues.length > 0 && <h3>{t('desk.queues')}</h3>}
      <ul class="desk-queues">
        {queues.map(({ queueId, name, waiting: count }) => (
          <li key={queueId}>
            <span>{name}</span>
            <span class={count > 0 ? 'tag' : 'hint'}>{count > 0 ? t('desk.waiting', { count }) : '–'}</span>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && <h3>{t('desk.list')}</h3>}
      <ul class="desk-waiting">
        {waiting.map((request) => (
          <li key={request.requestId} class="card">
            <div class="row">
              <strong>{request.name}</strong>
              <span class="tag">{request.queueName}</span>
              <span class="hint">{t('desk.waited', { time: durationText(now - request.since) })}</span>
              <button type="button" onClick={() => onTake(request.requestId)}>
                {t('desk.take')} <span class="visually-hidden">{request.name}</span>
              </button>
            </div>
            <RequestFacts request={request} />
          </li>
        ))}
      </ul>
    </>
  );
}
