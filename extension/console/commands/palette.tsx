import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { ListChooser } from '../../../shared/browser/ui/list-chooser.tsx';
import { type CommandDeps, consoleCommands } from './console-commands.ts';
import { findCommands } from './find-commands.ts';
import { keyboardCommands } from './keyboard-commands.tsx';

/** Every command of the session, found by typing. What cannot be used now says why. */
export function Palette({ deps, onClose }: { deps: CommandDeps; onClose: () => void }) {
  useEffect(() => void deps.handOn.look(), []);
  const groups = [...consoleCommands(deps), keyboardCommands()];
  return (
    <ListChooser
      title={t('palette.title')}
      search={t('palette.search')}
      find={(typed) =>
        findCommands(groups, typed).map((one) => ({
          ...one,
          detail: one.lack,
          hint: one.title,
          isOut: one.lack !== null,
        }))
      }
      none={(typed) => t('palette.nothing', { typed })}
      onChoose={({ run }) => run()}
      onClose={onClose}
    />
  );
}
