import { SystemConsent } from '../details/system-consent.tsx';
import type { AssistSession } from './assist-session.ts';
import { FolderConsent } from './folder/folder-consent.tsx';
import { RecordingConsent } from './recording-consent.tsx';
import type { SiteIdentity } from './site-check.tsx';
import { ToolConsent } from './tool-consent.tsx';
import type { ToolQuestion } from './tool-question.ts';

interface Props {
  session: AssistSession;
  question: ToolQuestion;
  site: SiteIdentity;
}

/** A question beside surfaces, each tool's in its own way. */
export function ToolQuestionCard({ session, question, site }: Props) {
  const { tools } = session;
  const card = {
    question,
    site,
    relayNow: () => session.relayNow(),
    onAllow: () => tools.allow(question),
    onDeny: () => tools.deny(question),
  };
  switch (question.tool) {
    case 'system': {
      const onAllow = (report: Parameters<typeof session.details.allowSystem>[1]) =>
        session.details.allowSystem(question, report);
      return <SystemConsent {...card} collect={() => session.collectSystem()} onAllow={onAllow} />;
    }
    case 'files':
      return <FolderConsent session={session} question={question} site={site} />;
    case 'recording': {
      const rule = session.recording.rule.value;
      if (rule?.mode !== 'automatic') return <ToolConsent {...card} />;
      return <RecordingConsent {...card} rule={rule} onLeave={() => session.end()} />;
    }
    case 'page-log':
      return <ToolConsent {...card} />;
  }
}
