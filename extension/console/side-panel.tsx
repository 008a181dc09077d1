import { ClipboardCards } from '../../shared/browser/clipboard/clipboard-cards.tsx';
import { ChatPanel } from '../../shared/browser/chat/chat-panel.tsx';
import { FilesPanel } from '../../shared/browser/files/files-panel.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { CustomerFacts } from './customer-facts.tsx';
import { LogPanel } from './details/log-panel.tsx';
import { SystemPanel } from './details/system-panel.tsx';
import { NotesPanel } from './notes/notes-panel.tsx';
import { WordsBox } from './words-box.tsx';

/** Information about the session and the customer. */
export function SidePanel({ session }: { session: ConsoleSession }) {
  const { phase } = session.client.state.value;
  return (
    <aside class="side-panel" aria-label={t('console.customer')}>
      <CustomerFacts session={session} />
      <ClipboardCards clipboard={session.clipboard} name={session.customer.value?.name ?? ''} />
      <SystemPanel details={session.details} />
      <LogPanel details={session.details} isOn={session.tools.of('page-log').value?.phase === 'on'} />
      {phase !== 'none' && (
        <ChatPanel chat={session.chat} isHost={true} isOver={phase === 'ended'} canned={session.canned} />
      )}
      {phase !== 'none' && <FilesPanel files={session.files} isHost={true} isOver={phase === 'ended'} />}
      {phase !== 'none' && <NotesPanel notes={session.notes} />}
      <WordsBox session={session} />
    </aside>
  );
}
