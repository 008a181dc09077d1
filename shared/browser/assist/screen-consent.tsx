import { type CaptureProblem, type ScreenSurface } from '../screen/capture.ts';
import { t } from '../ui/i18n.ts';
import { ConsentCard } from './consent-card.tsx';
import type { Question } from './question.ts';
import type { SiteIdentity } from './site-check.tsx';

interface Props {
  question: Question & { surface: ScreenSurface };
  site: SiteIdentity;
  /** The browser's picker is open. */
  choosing: boolean;
  problem: CaptureProblem | null;
  /** It is shown already, and nothing has to be chosen. */
  isShown: boolean;
  relayNow: () => number;
  onAllow: () => void;
  onDeny: () => void;
}

/** Whether the host may see a screen or a window; which one is chosen after Allow, in the browser's own picker. */
export function ScreenConsent({ question, site, choosing, problem, isShown, relayNow, onAllow, onDeny }: Props) {
  const { hostName: host, surface, level } = question;
  return (
    <ConsentCard
      {...{ question, site, relayNow, onAllow, onDeny }}
      title={t(`consent.${surface}${level === 'view' ? 'View' : 'Control'}Title`, { host })}
      what={`${isShown ? '' : t(`consent.${surface}What`, { host })} ${level === 'control' ? t(`consent.${surface}ControlWhat`, { host }) : ''}`.trim()}
      hint={t('consent.until')}
      problem={problem && t(`capture.${problem}`)}
      isReady={!choosing}
      waiting={choosing ? t('consent.choosing') : null}
    />
  );
}
