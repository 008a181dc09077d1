import { ChatPanel } from '../../shared/browser/chat/chat-panel.tsx';
import { FilesPanel } from '../../shared/browser/files/files-panel.tsx';
import { clockTime, t } from '../../shared/browser/ui/i18n.ts';
import { SafetyWords } from '../../shared/browser/ui/safety-words.tsx';
import { CameFromFacts } from './came-from-facts.tsx';
import { LogPanel } from './details/log-panel.tsx';
import { SystemPanel } from './details/system-panel.tsx';
import { NotesPanel } from './notes/notes-panel.tsx';
import type { ConsoleSession } from './console-session.ts';

/** Information about the session and the customer. */
export function SidePanel({ session }: { session: ConsoleSession }) {
  const state = session.client.state.value;
  const customer = session.customer.value;
  const link = session.link.value;
  const page = session.cobrowse.value?.page.value;
  return (
    <aside class="side-panel" aria-label={t('console.customer')}>
      <h2>{t('console.customer')}</h2>
      <dl class="facts">
        <dt>{t('console.name')}</dt>
        <dd>{customer?.name ?? '–'}</dd>
        {state.phase !== 'none' && (
          <>
            <dt>{t('console.started')}</dt>
            <dd>{clockTime(state.startedAt)}</dd>
          </>
        )}
        {page && (
          <>
            <dt>{t('consent.page')}</dt>
            <dd>
              {page.title}
              <br />
              <span class="hint">{page.url}</span>
            </dd>
          </>
        )}
      </dl>
      {state.phase !== 'none' && state.cameFrom && <CameFromFacts cameFrom={state.cameFrom} />}
      <SystemPanel details={session.details} />
      <LogPanel details={session.details} isOn={session.tools.of('page-log').value?.phase === 'on'} />
      {state.phase !== 'none' && <ChatPanel chat={session.chat} isHost={true} isOver={state.phase === 'ended'} />}
      {state.phase !== 'none' && <FilesPanel files={session.files} isHost={true} isOver={state.phase === 'ended'} />}
      {state.phase !== 'none' && <NotesPanel notes={session.notes} />}
      {link?.words.value && (
        <div class="words-box">
          <h3>{t('words.title')}</h3>
          <SafetyWords words={link.words} />
          <p class="hint">{t('words.help')}</p>
        </div>
      )}
    </aside>
  );
}
