import { durationText, t } from '../../../shared/browser/ui/i18n.ts';
import { isWaitedFor, type SessionRow } from '../window/session-row.ts';
import { switchKeyName } from '../window/switch-keys.ts';

interface Props {
  index: number;
  name: string;
  row: SessionRow;
  /** So long somebody waits for the host there; null: nobody does. */
  waitedMs: number | null;
  isFront: boolean;
  onShow: () => void;
  onLetGo: () => void;
}

/** One session in the list; a click or its key brings it to the front. */
export function SessionListRow({ index, name, row, waitedMs, isFront, onShow, onLetGo }: Props) {
  const key = switchKeyName(index);
  const isOver = row.state === 'over' || row.state === 'lost';
  return (
    <li class="session-item" data-state={row.state} data-unread={row.unread}>
      <button
        type="button"
        class="session-choice"
        aria-current={isFront}
        aria-keyshortcuts={key ?? undefined}
        title={name}
        onClick={onShow}
      >
        <span class="session-name">{name}</span>
        <span class={`session-state ${isWaitedFor(row) ? 'is-urgent' : ''}`}>
          {t(`multi.state.${row.state}`)}
          {waitedMs !== null && <span role="timer"> · {t('multi.waits', { time: durationText(waitedMs) })}</span>}
        </span>
        {row.unread > 0 && (
          <span class="session-unread">
            <span aria-hidden="true">{row.unread}</span>
            <span class="visually-hidden">{t('chat.unread', { count: row.unread })}</span>
          </span>
        )}
        {key && (
          <kbd class="session-key" aria-hidden="true">
            {key}
          </kbd>
        )}
      </button>
      {isOver && (
        <button type="button" class="quiet session-close" aria-label={t('multi.close', { name })} onClick={onLetGo}>
          ×
        </button>
      )}
    </li>
  );
}
