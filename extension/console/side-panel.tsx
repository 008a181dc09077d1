import { ClipboardCards } from '../../shared/browser/clipboard/clipboard-cards.tsx';
import { ChatPanel } from '../../shared/browser/chat/chat-panel.tsx';
import { FilesPanel } from '../../shared/browser/files/files-panel.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { useNarrow } from '../../shared/browser/ui/use-narrow.ts';
import type { ConsoleSession } from './console-session.ts';
import { CustomerFacts } from './customer-facts.tsx';
import { LogPanel } from './details/log-panel.tsx';
import { SystemPanel } from './details/system-panel.tsx';
import { NotesPanel } from './notes/notes-panel.tsx';
import { WordsBox } from './words-box.tsx';

export const sidePanelId = 'side-panel';
/** As in console.css: up to this width there is no room beside the surface. */
const narrowPx = 860;

/** Information about the session and the customer; in a narrow window it is opened over the surface. */
export function SidePanel({ session }: { session: ConsoleSession }) {
  const isNarrow = useNarrow(narrowPx);
  const { phase } = session.client.state.value;
  return (
    <aside
      id={sidePanelId}
      class="side-panel"
      popover={isNarrow ? 'auto' : undefined}
      aria-label={t('console.customer')}
    >
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
