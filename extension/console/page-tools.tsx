import { t } from '../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../shared/browser/ui/tool-row.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { pageCommands } from './commands/page-commands.ts';
import type { ConsoleSession } from './console-session.ts';

/** Cobrowsing: ask to see and to control the customer's page, and give it back. */
export function PageTools({ session }: { session: ConsoleSession }) {
  const shares = session.shares.value;
  const view = shares?.view?.phase ?? 'off';
  const control = shares?.control?.phase ?? 'off';
  const commands = pageCommands(session);

  return (
    <ToolRow title={t('console.page')} data-tools="page">
      {view === 'off' && <CommandButton command={commands.view} class="primary" />}
      {control === 'off' && <CommandButton command={commands.control} class={view === 'on' ? 'primary' : ''} />}
      {commands.isElsewhere && <CommandButton command={commands.controlHere} class="primary" />}
      {commands.asking && (
        <>
          <span class="tag warn" role="status">
            {t('console.asking', { name: session.customer.value?.name ?? '' })}
          </span>
          <CommandButton command={commands.withdraw} />
        </>
      )}
      {control === 'on' && <CommandButton command={commands.release} />}
      {view === 'on' && <CommandButton command={commands.stop} />}
    </ToolRow>
  );
}
