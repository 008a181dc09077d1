import type { ComponentChildren } from 'preact';
import { t } from '../ui/i18n.ts';
import { ConsentCard } from './consent-card.tsx';
import type { SiteIdentity } from './site-check.tsx';
import type { ToolQuestion } from './tool-question.ts';

interface Props {
  question: ToolQuestion;
  site: SiteIdentity;
  /** What has to be chosen, or looked at, before a yes. */
  choice?: ComponentChildren;
  problem?: string | null;
  isReady?: boolean;
  /** Said in the place of the time that is left. */
  waiting?: string | null;
  relayNow: () => number;
  onAllow: () => void;
  onDeny: () => void;
}

/** A host's question for something beside surfaces. */
export function ToolConsent({ question, ...card }: Props) {
  const { tool, hostName: host } = question;
  return (
    <ConsentCard
      {...card}
      question={question}
      title={t(`tool.${tool}Title`, { host })}
      what={t(`tool.${tool}What`, { host })}
      hint={t(tool === 'system' ? 'tool.once' : 'consent.until')}
    />
  );
}
