import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { toolKeys } from '../../../shared/browser/drawing/drawing-key.ts';
import { DialogFrame } from '../../../shared/browser/ui/dialog-frame.tsx';
import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import { type BrowserKey, browserKeys, openKeySettings } from '../../platform/browser-keys.ts';
import { helpKeys, noteKeys, paletteKeys } from './key-names.ts';

const here: readonly [string, MessageKey][] = [
  [paletteKeys, 'shortcuts.palette'],
  [helpKeys, 'shortcuts.help'],
  ['← →', 'shortcuts.tabs'],
  ['Alt+1 … Alt+9, Alt+0', 'multi.switch'],
  ['Enter', 'shortcuts.send'],
  ['Shift+Enter', 'shortcuts.line'],
  ['/', 'shortcuts.canned'],
  [noteKeys, 'shortcuts.note'],
  [Object.values(toolKeys).join(' ').toUpperCase(), 'shortcuts.draw'],
  ['Esc', 'shortcuts.escape'],
];

/** All keys: of this window, and those that work in every window of the browser. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const keys = useSignal<readonly BrowserKey[]>([]);
  useEffect(() => void browserKeys().then((found) => (keys.value = found)), []);
  return (
    <DialogFrame title={t('shortcuts.title')} class="help-sheet" onClose={onClose}>
      <h3>{t('shortcuts.here')}</h3>
      <dl class="keys">
        {here.map(([key, text]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </>
        ))}
      </dl>
      <p class="hint">{t('shortcuts.mirror')}</p>
      <h3>{t('shortcuts.everywhere')}</h3>
      <dl class="keys">
        {keys.value.map(({ name, shortcut }) => (
          <>
            <dt>{shortcut ? <kbd>{shortcut}</kbd> : <span class="hint">{t('shortcuts.none')}</span>}</dt>
            <dd>{t(`shortcuts.${name}`)}</dd>
          </>
        ))}
      </dl>
      <p class="hint">{t(`shortcuts.change.${__BROWSER__ === 'firefox' ? 'firefox' : 'chrome'}`)}</p>
      <p>
        <button type="button" onClick={() => void openKeySettings()}>
          {t('shortcuts.open')}
        </button>
      </p>
    </DialogFrame>
  );
}
