import { useSignal } from '@preact/signals';
import type { FolderRoot } from '../../../folder/folder-root.ts';
import { FolderChooser } from '../../folder/folder-chooser.tsx';
import { t } from '../../ui/i18n.ts';
import type { AssistSession } from '../assist-session.ts';
import type { SiteIdentity } from '../site-check.tsx';
import { ToolConsent } from '../tool-consent.tsx';
import type { ToolQuestion } from '../tool-question.ts';

interface Props {
  session: AssistSession;
  question: ToolQuestion;
  site: SiteIdentity;
}

/** A host would like to work in a folder: which one, and how far, is chosen before the yes. */
export function FolderConsent({ session, question, site }: Props) {
  const chosen = useSignal<FolderRoot | null>(null);
  const { tools, folder } = session;
  const allow = () => {
    if (!chosen.value) return;
    folder.open(chosen.value);
    tools.allow(question);
  };
  const deny = () => {
    chosen.value?.close();
    tools.deny(question);
  };
  return (
    <ToolConsent
      question={question}
      site={site}
      relayNow={() => session.relayNow()}
      isReady={chosen.value !== null}
      waiting={question.accepted ? t('folder.noHurry') : null}
      choice={
        <FolderChooser
          chosen={chosen}
          manager={session.manager.program.value}
          mayChange={t('folder.allowChange', { host: question.hostName })}
          onBegin={() => {
            if (!question.accepted) tools.accept(question);
          }}
        />
      }
      onAllow={allow}
      onDeny={deny}
    />
  );
}
