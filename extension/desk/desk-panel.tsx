import { durationText, t } from '../../shared/browser/ui/i18n.ts';
import { useNow } from '../../shared/browser/ui/use-now.ts';
import { AvailabilityChoice } from './availability-choice.tsx';
import type { HostDesk } from './create-host-desk.ts';
import { OfferCard } from './offer-card.tsx';
import { WaitingList } from './waiting-list.tsx';

interface Props {
  desk: HostDesk;
  /** The host takes requests from now on. */
  onAvailable?: () => void;
}

/** Availability, what is offered, who waits: in the popup and in a window of its own. */
export function DeskPanel({ desk, onAvailable }: Props) {
  const now = useNow();
  const view = desk.view.value;
  if (!view) return <p class="hint">{t('common.loading')}</p>;
  if (!view.isOn) return <p class="hint">{t('desk.off')}</p>;
  const { availability, offers, waiting, queues, sessions, capacity, wrapUpUntil } = view;
  const isMissed = desk.isMissed.value;
  const wrapUpMs = wrapUpUntil - now.value;
  const isQuiet = offers.length === 0 && waiting.length === 0;
  return (
    <section class="desk" aria-label={t('desk.title')}>
      {!desk.connected.value && (
        <p class="problem" role="status">
          {t('desk.offline')}
        </p>
      )}
      <AvailabilityChoice
        availability={availability}
        onChange={(next) => {
          desk.setAvailability(next);
          if (next === 'available') onAvailable?.();
        }}
      />
      <p class="hint">{t('desk.sessions', { count: sessions, capacity })}</p>
      {isMissed && (
        <p class="problem" role="status">
          {t('desk.missed')}
        </p>
      )}
      {availability !== 'available' && !isMissed && <p class="hint">{t(`desk.${availability}Text`)}</p>}
      {wrapUpMs > 0 && <WrapUp ms={wrapUpMs} onEnd={() => desk.endWrapUp()} />}
      {desk.problem.value && (
        <p class="problem" role="alert">
          {desk.problem.value}
        </p>
      )}
      <div class="stack" aria-live="assertive">
        {offers.map((offer) => (
          <OfferCard
            key={offer.requestId}
            offer={offer}
            now={now.value}
            onAccept={() => void desk.accept(offer.requestId)}
            onDecline={() => desk.decline(offer.requestId)}
          />
        ))}
      </div>
      {isQuiet && availability === 'available' && <p class="hint">{t('desk.quiet')}</p>}
      <WaitingList waiting={waiting} queues={queues} now={now.value} onTake={(id) => void desk.accept(id)} />
    </section>
  );
}

function WrapUp({ ms, onEnd }: { ms: number; onEnd: () => void }) {
  return (
    <div class="row desk-wrap-up">
      <span role="timer">{t('desk.wrapUp', { time: durationText(ms) })}</span>
      <button type="button" onClick={onEnd}>
        {t('desk.wrapUpEnd')}
      </button>
    </div>
  );
}
