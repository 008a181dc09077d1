import { type CaptureProblem, type ScreenSurface } from '../screen/capture.ts';
import type { ChosenBy } from '../screen/choosing.ts';
import { t } from '../ui/i18n.ts';
import { ConsentCard } from './consent-card.tsx';
import type { Question } from './question.ts';
import type { SiteIdentity } from './site-check.tsx';

interface Props {
  question: Question & { surface: ScreenSurface };
  site: SiteIdentity;
  /** It was allowed, and is being chosen. */
  choosing: ChosenBy | null;
  problem: CaptureProblem | null;
  /** It is shown already, and nothing has to be chosen. */
  isShown: boolean;
  relayNow: () => number;
  onAllow: () => void;
  /** Allows one browser tab, which needs no picker; null: this browser cannot. */
  onAllowTab: (() => void) | null;
  onDeny: () => void;
}

/** Whether the host may see a screen or a window; which one is chosen after Allow, in the browser's own picker. */
export function ScreenConsent({ question, choosing, problem, isShown, onAllowTab, ...card }: Props) {
  const { hostName: host, surface, level } = question;
  // A tab has no place on the desktop, so it cannot be controlled.
  const takeTab = surface === 'application' && level === 'view' && !isShown ? onAllowTab : null;
  return (
    <ConsentCard
      {...card}
      question={question}
      title={t(`consent.${surface}${level === 'view' ? 'View' : 'Control'}Title`, { host })}
      what={[
        !isShown && t(`consent.${surface}What`, { host }),
        takeTab && t('consent.tabWhat'),
        level === 'control' && t(`consent.${surface}ControlWhat`, { host }),
      ]
        .filter(Boolean)
        .join(' ')}
      hint={t('consent.until')}
      choice={
        choosing === 'tab' && (
          <p class="proposed" role="status" data-awaits-tab>
            {t('consent.pressTab', { host })}
          </p>
        )
      }
      other={takeTab && { label: t('consent.allowTab'), onPress: takeTab }}
      problem={problem && t(`capture.${problem}`)}
      isReady={choosing === null}
      waiting={choosing && t(choosing === 'tab' ? 'consent.waitsForTab' : 'consent.choosing')}
    />
  );
}
