import { ConfirmButton } from '../../../../shared/browser/ui/confirm-button.tsx';
import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { queueHref } from '../place.ts';
import { t } from '../say.ts';
import { QueueState } from './queue-state.tsx';

interface Props {
  queue: Queue;
  isReached: boolean;
  hosts: readonly KnownHost[];
  faults: number;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One queue of the list. */
export function QueueCard({ queue, isReached, hosts, faults, onDuplicate, onRemove }: Props) {
  const { id, name, members, strategy, form, rules } = queue;
  const serving = members === null ? hosts.filter(({ isActive }) => isActive).length : members.length;
  const about = [
    t('queue.hostsCount', { count: serving }),
    t(`queue.strategy.${strategy}`),
    ...(form.length > 0 ? [t('queue.fieldsCount', { count: form.length })] : []),
    ...(rules.length > 0 ? [t('queue.rulesCount', { count: rules.length })] : []),
  ];
  return (
    <li class="queue-card">
      <div class="queue-card-text">
        <div class="row">
          <h2>
            <a href={queueHref(id)}>{name || id}</a>
          </h2>
          <QueueState queue={queue} isReached={isReached} />
          {faults > 0 && <span class="tag bad">{t('queue.faultsCount', { count: faults })}</span>}
        </div>
        <p class="hint">
          <code>/help/{id}</code>
          {about.map((one) => (
            <span key={one}> · {one}</span>
          ))}
        </p>
      </div>
      <div class="row">
        <button type="button" class="quiet" aria-label={t('queue.duplicateNamed', { name })} onClick={onDuplicate}>
          {t('queue.duplicate')}
        </button>
        <ConfirmButton
          class="quiet"
          label={t('privacy.remove')}
          title={t('queue.removeTitle', { name })}
          text={t('queue.removeText')}
          onConfirm={onRemove}
        />
      </div>
    </li>
  );
}
