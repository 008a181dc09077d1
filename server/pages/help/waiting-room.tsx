import { ConfirmButton } from '../../../shared/browser/ui/confirm-button.tsx';
import { type MessageKey, momentText, t } from '../../../shared/browser/ui/i18n.ts';
import type { WaitingView } from '../../../shared/queue/waiting-view.ts';
import { rangeText } from './range-text.ts';

type Waits = Extract<WaitingView, { phase: 'waiting' }>;

interface Props {
  view: Waits;
  isConnected: boolean;
  onCancel: () => void;
}

/** One's place, about how long it will take, and what happens next. */
export function WaitingRoom({ view, isConnected, onCancel }: Props) {
  const { queueName, place, estimate, isSomebodyThere, isOpen, opensAt, nobodyText, isOffered } = view;
  const absent: MessageKey = isOpen ? 'waiting.nobody' : 'waiting.closed';
  const head: MessageKey = isOffered ? 'waiting.offered' : isSomebodyThere ? 'waiting.title' : absent;
  return (
    <section class="card">
      <h1>{queueName}</h1>
      <p class="row" role="status">
        <span class="waiting-dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <strong>{t(head)}</strong>
      </p>
      {!isConnected && (
        <p class="problem" role="status">
          {t('waiting.offline')}
        </p>
      )}
      {(place !== null || estimate) && (
        <dl class="waiting-place" aria-live="polite">
          {place !== null && (
            <div>
              <dt>{t('waiting.place')}</dt>
              <dd>{place === 1 ? t('waiting.next') : place}</dd>
            </div>
          )}
          {estimate && (
            <div>
              <dt>{t('waiting.estimate')}</dt>
              <dd>{rangeText(estimate)}</dd>
            </div>
          )}
        </dl>
      )}
      {!isSomebodyThere && opensAt !== null && <p>{t('help.opensAt', { when: momentText(opensAt) })}</p>}
      {!isSomebodyThere && nobodyText && <p>{nobodyText}</p>}
      <div class="stack">
        <h2>{t('waiting.steps')}</h2>
        <ol class="waiting-steps">
          <li>{t('waiting.step1')}</li>
          <li>{t('waiting.step2')}</li>
          <li>{t('waiting.step3')}</li>
        </ol>
      </div>
      <p class="hint">{t('waiting.keep')}</p>
      <div class="row">
        <ConfirmButton
          label={t('waiting.cancel')}
          title={t('waiting.cancelTitle')}
          text={t('waiting.cancelText')}
          onConfirm={onCancel}
        />
      </div>
    </section>
  );
}
