import { CommandButton } from './commands/command-button.tsx';
import { pageCommands } from './commands/page-commands.ts';
import type { ConsoleSession } from './console-session.ts';

/** On a field of 24 × 24. */
const shapes = {
  back: 'M19 12H5M11 6l-6 6 6 6',
  forward: 'M5 12h14M13 6l6 6-6 6',
  reload: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
} as const;

/** Back, forward and reload, for who is in control: of the customer's page, so they stand before its address. */
export function StageNav({ session }: { session: ConsoleSession }) {
  const commands = pageCommands(session);
  return (
    <span class="stage-nav">
      {(['back', 'forward', 'reload'] as const).map((where) => (
        <CommandButton key={where} command={commands[where]} class="quiet" icon={shapes[where]} />
      ))}
    </span>
  );
}
