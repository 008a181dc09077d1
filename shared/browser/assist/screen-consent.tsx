import { useId } from 'preact/hooks';
import { type CaptureProblem, type ScreenSurface } from '../screen/capture.ts';
import { t } from '../ui/i18n.ts';
import { useAnswerTime } from './answer-time.ts';
import type { Question } from './question.ts';
import { SiteCheck, type SiteIdentity } from './site-check.tsx';

interface Props {
  question: Question & { surface: ScreenSurface };
  site: SiteIdentity;
  /** The browser's picker is open. */
  choosing: boolean;
  problem: CaptureProblem | null;
  relayNow: () => number;
  onAllow: () => void;
  onDeny: () => void;
}

/** Whether the host may see a screen or a window; which one is chosen after Allow, in the browser's own picker. */
export function ScreenConsent({ question, site, choosing, problem, relayNow, onAllow, onDeny }: Props) {
  const id = useId();
  const { armed, left } = useAnswerTime(question, relayNow);
  const { hostName: host, surface, level } = question;
  return (
    <section class="card consent" role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`}>
      <h2 id={`${id}-title`}>{t(`consent.${surface}${level === 'view' ? 'View' : 'Control'}Title`, { host })}</h2>
      <p class="row">
        <strong>{t('consent.who', { host, site: site.name })}</strong> <SiteCheck site={site} />
      </p>
      <div id={`${id}-what`} class="stack">
        <p>{t(`consent.${surface}What`, { host })}</p>
        <p class="hint">{t('consent.until')}</p>
      </div>
      {problem && <p class="problem">{t(`capture.${problem}`)}</p>}
      <div class="row">
        <button type="button" class="primary" disabled={!armed.value || choosing} onClick={onAllow}>
          {t('consent.allow')}
        </button>
        <button type="button" disabled={!armed.value} onClick={onDeny}>
          {t('consent.deny')}
        </button>
        <span class="hint" role="timer">
          {choosing ? t('consent.choosing') : t('consent.left', { count: left.value })}
        </span>
      </div>
    </section>
  );
}
