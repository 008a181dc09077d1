import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { feedbackLimits, type Stars } from '../../protocol/reports.ts';
import type { FeedbackApi } from '../api/feedback-api.ts';
import { errorText, t } from '../ui/i18n.ts';
import { StarsChoice } from './stars-choice.tsx';

/** One question and a comment, for whoever likes to answer. */
export function Survey({ api, site }: { api: Pick<FeedbackApi, 'answerSurvey'>; site: string }) {
  const id = useId();
  const stars = useSignal<Stars | null>(null);
  const comment = useSignal('');
  const phase = useSignal<'asked' | 'sending' | 'thanks' | 'skipped'>('asked');
  const problem = useSignal<string | null>(null);

  const send = async () => {
    if (stars.value === null) return;
    phase.value = 'sending';
    const sent = await api.answerSurvey({ stars: stars.value, comment: comment.value.trim() });
    // It has come the first time, only that its answer was lost.
    const isGiven = sent.ok || sent.code === 'feedback.given';
    problem.value = isGiven ? null : errorText(sent.code);
    phase.value = isGiven ? 'thanks' : 'asked';
  };

  if (phase.value === 'skipped') return null;
  if (phase.value === 'thanks') {
    return (
      <section class="card" role="status">
        <h2>{t('survey.thanks')}</h2>
      </section>
    );
  }
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <StarsChoice legend={t('survey.question')} value={stars.value} onChoose={(chosen) => (stars.value = chosen)} />
      <div class="field">
        <label for={id}>{t('survey.comment')}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={feedbackLimits.commentChars}
          value={comment.value}
          onInput={(event) => (comment.value = event.currentTarget.value)}
        />
        <p class="hint">{t('survey.hint', { site })}</p>
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <p class="row">
        <button type="submit" class="primary" disabled={stars.value === null || phase.value === 'sending'}>
          {t('survey.send')}
        </button>
        <button type="button" class="quiet" onClick={() => (phase.value = 'skipped')}>
          {t('survey.skip')}
        </button>
      </p>
    </form>
  );
}
