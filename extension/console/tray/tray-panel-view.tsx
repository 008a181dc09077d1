import { ChatPanel } from '../../../shared/browser/chat/chat-panel.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleProps } from '../console-props.ts';
import { CustomerFacts } from '../customer-facts.tsx';
import { LogPanel } from '../details/log-panel.tsx';
import { SystemPanel } from '../details/system-panel.tsx';
import { LayoutIcon } from '../layout-icon.tsx';
import { SessionList } from '../multi/session-list.tsx';
import { NotesPanel } from '../notes/notes-panel.tsx';
import { ToolPanel } from '../tool-panel.tsx';
import { WordsBox } from '../words-box.tsx';
import type { HeldSession } from '../window/hold-session.ts';
import type { TrayPanel } from './tray-panels.ts';

interface Props extends Pick<ConsoleProps, 'window' | 'elsewhere' | 'quality'> {
  panel: TrayPanel;
  held: HeldSession;
}

/** What an icon of the tray opens. */
export function TrayPanelView({ panel, held, window, elsewhere, quality }: Props) {
  const { session } = held;
  switch (panel) {
    case 'sessions':
      return <SessionList window={window} elsewhere={elsewhere} />;
    case 'customer':
      return (
        <>
          <CustomerFacts session={session} />
          <SystemPanel details={session.details} />
          <LogPanel details={session.details} isOn={session.tools.of('page-log').value?.phase === 'on'} />
          <WordsBox session={session} />
        </>
      );
    case 'chat':
      return (
        <ChatPanel
          chat={session.chat}
          isHost={true}
          isOver={session.client.state.value.phase === 'ended'}
          canned={session.canned}
        />
      );
    case 'notes':
      return <NotesPanel notes={session.notes} />;
    case 'console':
      return (
        <ul class="tray-layouts">
          {window.layouts.value
            .filter((layout) => layout !== 'tray')
            .map((layout) => (
              <li key={layout}>
                <button type="button" data-layout={layout} onClick={() => window.choose(layout)}>
                  <LayoutIcon layout={layout} /> {t(`layout.${layout}`)}
                </button>
              </li>
            ))}
        </ul>
      );
    case 'tools':
    case 'desktop':
    case 'application':
    case 'session':
      return <ToolPanel tab={panel} held={held} quality={quality} />;
  }
}
