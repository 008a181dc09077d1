import type { RecordingRule } from '../../session/recording-rule.ts';
import { t } from '../ui/i18n.ts';
import { ConsentCard } from './consent-card.tsx';
import type { SiteIdentity } from './site-check.tsx';
import type { ToolQuestion } from './tool-question.ts';

interface Props {
  question: ToolQuestion;
  site: SiteIdentity;
  rule: RecordingRule;
  relayNow: () => number;
  onAllow: () => void;
  onDeny: () => void;
  onLeave: () => void;
}

/** Before a recording that begins by itself: what it is, and what a no means. */
export function RecordingConsent({ question, rule, onDeny, onLeave, ...card }: Props) {
  const host = question.hostName;
  const { customerMayRefuse } = rule;
  return (
    <ConsentCard
      {...card}
      question={question}
      title={t('recording.autoTitle')}
      what={t('recording.autoWhat', { host })}
      hint={t(customerMayRefuse ? 'recording.mayRefuse' : 'recording.mayLeave', { host })}
      denyLabel={customerMayRefuse ? null : t('recording.leave')}
      onDeny={customerMayRefuse ? onDeny : onLeave}
    />
  );
}
