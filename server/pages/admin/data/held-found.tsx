import { useSignal } from '@preact/signals';
import { ConfirmButton } from '../../../../shared/browser/ui/confirm-button.tsx';
import type { Found, Subject } from '../../../../shared/protocol/held.ts';
import { t } from '../say.ts';
import { HeldTable } from './held-table.tsx';

interface Props {
  found: Found;
  onErase: (subject: Subject) => void;
  onExport: (subject: Subject) => void;
}

/** What was found; all that is over is chosen at first. */
export function HeldFound({ found: { sessions, requests, isMore }, onErase, onExport }: Props) {
  const chosen = useSignal<ReadonlySet<string>>(
    new Set([
      ...sessions.filter(({ endedAt }) => endedAt !== null).map(({ sessionId }) => sessionId),
      ...requests.filter(({ isWaiting }) => !isWaiting).map(({ requestId }) => requestId),
    ]),
  );
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen.value);
    if (isChosen) next.add(id);
    else next.delete(id);
    chosen.value = next;
  };
  if (sessions.length + requests.length === 0) return <p role="status">{t('held.none')}</p>;

  const subject: Subject = {
    sessionIds: sessions.map(({ sessionId }) => sessionId).filter((id) => chosen.value.has(id)),
    requestIds: requests.map(({ requestId }) => requestId).filter((id) => chosen.value.has(id)),
  };
  const isOpen = sessions.some(({ endedAt }) => endedAt === null) || requests.some(({ isWaiting }) => isWaiting);
  return (
    <>
      {sessions.length > 0 && (
        <HeldTable
          title={t('held.sessions')}
          chosen={chosen.value}
          choose={choose}
          rows={sessions.map(({ sessionId, startedAt, endedAt, customers, queue, facts }) => ({
            id: sessionId,
            at: startedAt,
            name: customers.join(', '),
            queue,
            facts,
            state: endedAt === null ? t('held.running') : null,
          }))}
        />
      )}
      {requests.length > 0 && (
        <HeldTable
          title={t('held.requests')}
          chosen={chosen.value}
          choose={choose}
          rows={requests.map(({ requestId, at, name, queueId, isWaiting }) => ({
            id: requestId,
            at,
            name,
            queue: queueId,
            facts: null,
            state: isWaiting ? t('held.waiting') : null,
          }))}
        />
      )}
      {isMore && <p class="notice">{t('held.more')}</p>}
      {isOpen && <p class="hint">{t('held.runningHint')}</p>}
      {chosen.value.size > 0 && (
        <div class="row">
          <button type="button" onClick={() => onExport(subject)}>
            {t('held.export')}
          </button>
          <ConfirmButton
            class="danger"
            label={t('held.erase')}
            title={t('held.eraseTitle', { count: chosen.value.size })}
            text={t('held.eraseText')}
            onConfirm={() => onErase(subject)}
          />
        </div>
      )}
    </>
  );
}
