import { useId } from 'preact/hooks';
import type { ScreenSurface } from '../screen/capture.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { useAnswerTime } from './answer-time.ts';
import type { Question } from './question.ts';
import { SiteCheck, type SiteIdentity } from './site-check.tsx';

interface Props {
  question: Question;
  site: SiteIdentity;
  /** The page is shown already, and control is offered with it. */
  isWatched: boolean;
  relayNow: () => number;
  onAllow: () => void;
  onDeny: () => void;
}

/** The host would show something of its own. Nothing has the focus at first, and clicks at once do not count. */
export function Offer({ question, site, isWatched, relayNow, onAllow, onDeny }: Props) {
  const id = useId();
  const { armed, left } = useAnswerTime(question, relayNow);
  const host = question.hostName;
  const isControl = question.level === 'control';
  const { title, what } =
    question.surface === 'page' ? pageTexts(isControl, isWatched) : screenTexts(question.surface, isControl);
  return (
    <section class="card consent" role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`}>
      <h2 id={`${id}-title`}>{t(title, { host })}</h2>
      <p class="row">
        <strong>{t('consent.who', { host, site: site.name })}</strong> <SiteCheck site={site} />
      </p>
      <div id={`${id}-what`} class="stack">
        <p>{t(what, { host })}</p>
        <p class="hint">{t('offer.nothingOfYours')}</p>
      </div>
      <div class="row">
        <button type="button" class="primary" disabled={!armed.value} onClick={onAllow}>
          {t('consent.allow')}
        </button>
        <button type="button" disabled={!armed.value} onClick={onDeny}>
          {t('consent.deny')}
        </button>
        <span class="hint" role="timer">
          {t('consent.left', { count: left.value })}
        </span>
      </div>
    </section>
  );
}

type Texts = Record<'title' | 'what', MessageKey>;

function pageTexts(isControl: boolean, isWatched: boolean): Texts {
  if (!isControl) return { title: 'offer.viewTitle', what: 'offer.viewWhat' };
  return { title: isWatched ? 'offer.moreTitle' : 'offer.controlTitle', what: 'offer.controlWhat' };
}

const screenTexts = (surface: ScreenSurface, isControl: boolean): Texts => ({
  title: `offer.${surface}${isControl ? 'Control' : 'View'}Title`,
  what: 'offer.screenWhat',
});
