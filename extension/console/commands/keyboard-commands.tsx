import { t } from '../../../shared/browser/ui/i18n.ts';
import { command, type CommandGroup } from './command.ts';
import type { CommandDeps } from './console-commands.ts';
import { showDialog } from './dialogs.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { helpKeys, paletteKeys } from './key-names.ts';
import { Palette } from './palette.tsx';

export const showPalette = (deps: CommandDeps): void =>
  showDialog((close) => <Palette deps={deps} onClose={close} />);
export const showHelp = (): void => showDialog((close) => <HelpSheet onClose={close} />);

/** What has to do with the keyboard itself. */
export const keyboardCommands = (deps: CommandDeps): CommandGroup => ({
  title: t('keys.title'),
  commands: [
    command({ id: 'keys.help', label: t('keys.help'), keys: helpKeys, run: showHelp }),
    command({
      id: 'keys.palette',
      label: t('palette.title'),
      keys: paletteKeys,
      lack: t('lack.chosen'),
      run: () => showPalette(deps),
    }),
  ],
});
