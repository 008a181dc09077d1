import { durationText, t } from '../../shared/browser/ui/i18n.ts';
import type { HostDesk } from '../../shared/queue/host-desk.ts';
import { RequestFacts } from './request-facts.tsx';

interface Props {
  offer: HostDesk['offers'][number];
  now: number;
  onAccept: () => void;
  onDecline: () => void;
}

/** A request that rings: who, from where, what they answered; one click takes it. */
export function OfferCard({ offer, now, onAccept, onDecline }: Props) {
  const { name, queueName, since, until } = offer;
  return (
    <article class="card offer" aria-label={t('desk.offer', { name })}>
      <header class="row">
        <h2>{t('desk.offer', { name })}</h2>
        <span class="tag">{queueName}</span>
      </header>
      <RequestFacts request={offer} />
      <p class="hint">
        {t('desk.waited', { time: durationText(now - since) })} ·{' '}
        <span role="timer">{t('desk.left', { count: Math.max(0, Math.ceil((until - now) / 1_000)) })}</span>
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={onAccept}>
          {t('desk.accept')}
        </button>
        <button type="button" onClick={onDecline}>
          {t('desk.decline')}
        </button>
      </div>
    </article>
  );
}
