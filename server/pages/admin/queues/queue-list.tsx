import { language } from '../../../../shared/browser/ui/language.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { goTo, queueHref } from '../place.ts';
import { t } from '../say.ts';
import { freeQueueId, newQueue } from './new-queue.ts';
import { QueueCard } from './queue-card.tsx';
import type { QueuesProps } from './queues-view.tsx';

/** All queues, how they stand, and the way to a new one. */
export function QueueList({ inbound, hosts, faults, change }: QueuesProps) {
  const { queues, isOn } = inbound;
  const add = (queue: Queue) => {
    // Whoever makes the first queue wants it to be reached.
    change({ queues: [...queues, queue], ...(queues.length === 0 && { isOn: true }) });
    goTo(queueHref(queue.id));
  };
  const addNew = () => add(newQueue(inbound, t('queue.newName'), language));
  if (queues.length === 0) return <NoQueues onAdd={addNew} />;
  return (
    <div class="stack">
      <header class="view-head">
        <div>
          <h1>{t('admin.queues')}</h1>
          <p class="hint">{t('queue.listText')}</p>
        </div>
        <button type="button" class="primary" onClick={addNew}>
          {t('queue.add')}
        </button>
      </header>
      {!isOn && (
        <div class="notice">
          <p>{t('queue.allOff')}</p>
          <button type="button" onClick={() => change({ isOn: true })}>
            {t('queue.switchOn')}
          </button>
        </div>
      )}
      <ul class="queue-list">
        {queues.map((queue) => (
          <QueueCard
            key={queue.id}
            queue={queue}
            isReached={isOn}
            hosts={hosts}
            faults={faults.filter(({ queueId }) => queueId === queue.id).length}
            onDuplicate={() =>
              add({
                ...queue,
                id: freeQueueId(inbound, `${queue.id.slice(0, 34)}-copy`),
                name: t('queue.copyOf', { name: queue.name }).slice(0, 60),
              })
            }
            onRemove={() => change({ queues: queues.filter((one) => one !== queue) })}
          />
        ))}
      </ul>
    </div>
  );
}

function NoQueues({ onAdd }: { onAdd: () => void }) {
  return (
    <div class="stack">
      <h1>{t('admin.queues')}</h1>
      <section class="card empty">
        <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden="true">
          <rect x="2" y="10" width="22" height="36" rx="9" fill="var(--accent)" opacity="0.9" />
          <rect x="29" y="14" width="18" height="28" rx="8" fill="currentColor" opacity="0.35" />
          <rect x="52" y="18" width="14" height="20" rx="7" fill="currentColor" opacity="0.2" />
        </svg>
        <h2>{t('queue.none')}</h2>
        <p>{t('queue.noneText')}</p>
        <button type="button" class="primary" onClick={onAdd}>
          {t('queue.addFirst')}
        </button>
      </section>
    </div>
  );
}
