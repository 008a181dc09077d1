import { t } from '../../shared/browser/ui/i18n.ts';
import { CommandButton } from './commands/command-button.tsx';
import { type AskedToolName, toolCommands } from './commands/tool-commands.ts';
import type { ConsoleSession } from './console-session.ts';

/** The one button that something asked for has now: ask for it, take the question back, or give it back. */
export function AskedTool({ session, tool }: { session: ConsoleSession; tool: AskedToolName }) {
  const { phase, ask, withdraw, end } = toolCommands(session, tool);
  if (phase === 'off') return <CommandButton command={ask} />;
  if (phase === 'on') return <CommandButton command={end} />;
  return (
    <span class="row">
      <span class="tag warn" role="status">
        {t('console.asking', { name: session.customer.value?.name ?? '' })}
      </span>
      <CommandButton command={withdraw} />
    </span>
  );
}
