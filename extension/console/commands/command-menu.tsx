import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { CommandDeps } from './console-commands.ts';
import { closeDialogs, ConsoleDialogs, showDialog } from './dialogs.tsx';
import { isHelpKey, isPaletteKey, paletteKeys } from './key-names.ts';
import { showHelp } from './keyboard-commands.tsx';
import { Palette } from './palette.tsx';

const showPalette = (deps: CommandDeps) => showDialog((close) => <Palette deps={deps} onClose={close} />);

/** The ways to the palette and to the help sheet, by mouse and by key, and where dialogs of commands stand. */
export function CommandMenu(deps: CommandDeps) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const show = isPaletteKey(event) ? () => showPalette(deps) : isHelpKey(event) ? showHelp : null;
      if (!show) return;
      // The browser's own search would open.
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) show();
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
      closeDialogs();
    };
  }, []);
  return (
    <div class="command-menu">
      <button type="button" aria-haspopup="dialog" onClick={() => showPalette(deps)}>
        {t('palette.title')} <kbd>{paletteKeys}</kbd>
      </button>
      <button type="button" class="quiet" aria-haspopup="dialog" aria-label={t('shortcuts.help')} onClick={showHelp}>
        ?
      </button>
      <ConsoleDialogs />
    </div>
  );
}
