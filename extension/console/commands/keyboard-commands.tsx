import { t } from '../../../shared/browser/ui/i18n.ts';
import { command, type CommandGroup } from './command.ts';
import { showDialog } from './dialogs.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { helpKeys } from './key-names.ts';

export const showHelp = (): void => showDialog((close) => <HelpSheet onClose={close} />);

/** What has to do with the keyboard itself. */
export const keyboardCommands = (): CommandGroup => ({
  title: t('shortcuts.title'),
  commands: [command({ id: 'shortcuts.help', label: t('shortcuts.help'), keys: helpKeys, run: showHelp })],
});
