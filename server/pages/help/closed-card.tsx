import type { QueueFace } from '../../../shared/protocol/desk.ts';
import { momentText, t } from '../../../shared/browser/ui/i18n.ts';

/** Outside of the queue's hours: when it opens, in the reader's own time zone. */
export function ClosedCard({ queue }: { queue: QueueFace }) {
  return (
    <section class="card" role="status">
      <h1>{queue.name}</h1>
      <p>
        <strong>{t('help.closedNow')}</strong>
      </p>
      {queue.opensAt !== null && <p>{t('help.opensAt', { when: momentText(queue.opensAt) })}</p>}
      {queue.closedText && <p>{queue.closedText}</p>}
    </section>
  );
}
