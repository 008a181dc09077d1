import { useSignal } from '@preact/signals';
import { StarsChoice } from '../../../shared/browser/after/stars-choice.tsx';
import type { FeedbackApi } from '../../../shared/browser/api/feedback-api.ts';
import { errorText, type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import { type RatingReason, ratingReasons, type Stars } from '../../../shared/protocol/reports.ts';

const reasonText: Record<RatingReason, MessageKey> = {
  start: 'rating.start',
  speed: 'rating.speed',
  fidelity: 'rating.fidelity',
  tools: 'rating.tools',
};

/** How the session went for the host, asked once when it is over. */
export function RatingCard({ api }: { api: Pick<FeedbackApi, 'rate'> }) {
  const stars = useSignal<Stars | null>(null);
  const reasons = useSignal<readonly RatingReason[]>([]);
  const phase = useSignal<'asked' | 'sending' | 'thanks'>('asked');
  const problem = useSignal<string | null>(null);

  const send = async () => {
    if (stars.value === null) return;
    phase.value = 'sending';
    const sent = await api.rate({ stars: stars.value, reasons: [...reasons.value] });
    const isGiven = sent.ok || sent.code === 'feedback.given';
    problem.value = isGiven ? null : errorText(sent.code);
    phase.value = isGiven ? 'thanks' : 'asked';
  };
  const toggle = (reason: RatingReason, isOn: boolean) => {
    const others = reasons.value.filter((one) => one !== reason);
    reasons.value = isOn ? [...others, reason] : others;
  };

  if (phase.value === 'thanks') return <p role="status">{t('rating.thanks')}</p>;
  return (
    <form
      class="card rating-card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <StarsChoice legend={t('rating.question')} value={stars.value} onChoose={(chosen) => (stars.value = chosen)} />
      <fieldset class="reasons">
        <legend>{t('rating.reasons')}</legend>
        {ratingReasons.map((reason) => (
          <label key={reason}>
            <input
              type="checkbox"
              checked={reasons.value.includes(reason)}
              onChange={(event) => toggle(reason, event.currentTarget.checked)}
            />
            {t(reasonText[reason])}
          </label>
        ))}
      </fieldset>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <button type="submit" class="primary" disabled={stars.value === null || phase.value === 'sending'}>
        {t('rating.send')}
      </button>
    </form>
  );
}
