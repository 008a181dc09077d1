import type { ScreenSurface } from '../screen/capture.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { ConsentCard } from './consent-card.tsx';
import type { Question } from './question.ts';
import type { SiteIdentity } from './site-check.tsx';

interface Props {
  question: Question;
  site: SiteIdentity;
  /** The page is shown already, and control is offered with it. */
  isWatched: boolean;
  relayNow: () => number;
  onAllow: () => void;
  onDeny: () => void;
}

/** The host would show something of its own. */
export function Offer({ question, site, isWatched, relayNow, onAllow, onDeny }: Props) {
  const host = question.hostName;
  const isControl = question.level === 'control';
  const { title, what } =
    question.surface === 'page' ? pageTexts(isControl, isWatched) : screenTexts(question.surface, isControl);
  return (
    <ConsentCard
      {...{ question, site, relayNow, onAllow, onDeny }}
      title={t(title, { host })}
      what={t(what, { host })}
      hint={t('offer.nothingOfYours')}
    />
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
