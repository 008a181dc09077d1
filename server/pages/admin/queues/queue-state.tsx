import { language } from '../../../../shared/browser/ui/language.ts';
import { isTimeZone } from '../../../../shared/queue/hours.ts';
import { opening } from '../../../../shared/queue/opening.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { t } from '../say.ts';

const whenText = (at: number) =>
  new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric', minute: '2-digit' }).format(at);

/** Whether somebody could ask for help there just now. */
export function QueueState({ queue, isReached }: { queue: Queue; isReached: boolean }) {
  const { hours, isOn } = queue;
  if (!isReached || !isOn) return <span class="tag">{t('queue.state.off')}</span>;
  if (hours && !isTimeZone(hours.timeZone)) return null;
  const now = opening(hours, Date.now());
  if (now.isOpen) {
    return (
      <span class="tag good">
        {now.until === null ? t('queue.state.always') : t('queue.state.openUntil', { time: whenText(now.until) })}
      </span>
    );
  }
  return (
    <span class="tag warn">
      {now.next === null ? t('queue.state.closed') : t('queue.state.closedUntil', { time: whenText(now.next) })}
    </span>
  );
}
