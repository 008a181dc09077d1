import { type BareCommand, modifiersOf } from './bare-command.ts';

export interface CaptureKeysDeps {
  /** Has focus while the host types: input methods and pasting need a field. */
  field: HTMLTextAreaElement;
  command(command: BareCommand): void;
  /** The text that is marked in the mirror. */
  marked(): string;
  signal: AbortSignal;
}

/** Left to the host's own browser: input methods, leaving the player (F6), its tabs, windows and zoom. */
function isOwn({ key, isComposing, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (isComposing || /^(?:F(?:[1-46-9]|1\d)|Dead|Process|Unidentified)$/.test(key)) return true;
  if (!ctrlKey && !metaKey) return false;
  return (
    /^(?:[lntqwv0-9+=-]|Tab|PageUp|PageDown)$/i.test(key) || (shiftKey && /^[a-z]$/i.test(key) && !/^z$/i.test(key))
  );
}

/** Ctrl+C and Ctrl+X go to the page as keys and to this browser as an event that may fill its clipboard. */
const isCopy = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) && !shiftKey && /^[cx]$/i.test(key);

/** Turns the host's keys, input methods and clipboard into commands, until `signal` aborts. */
export function captureKeys({ field, command, marked, signal }: CaptureKeysDeps): void {
  const options = { signal };

  function key(action: 'down' | 'up', event: KeyboardEvent) {
    const { key: name, code, repeat } = event;
    command({ type: 'control.key', action, key: name, code, repeat, modifiers: modifiersOf(event) });
  }
  field.addEventListener(
    'keydown',
    (event) => {
      if (isOwn(event)) return;
      if (isCopy(event)) {
        // Where nothing is marked, some browsers say nothing of copying.
        field.value = ' ';
        field.select();
        if (/^c$/i.test(event.key)) key('down', event);
        return;
      }
      event.preventDefault();
      key('down', event);
    },
    options,
  );
  field.addEventListener('keyup', (event) => void (isOwn(event) || key('up', event)), options);

  /** What the mirror shows is what may be copied: nothing that was hidden can leave that way. */
  function copy(event: ClipboardEvent) {
    event.preventDefault();
    field.value = '';
    const text = marked();
    if (text === '') return;
    event.clipboardData?.setData('text/plain', text);
    // Only what the host now has may go from the page.
    if (event.type === 'cut') {
      const modifiers = { alt: false, ctrl: true, meta: false, shift: false };
      const stroke = { type: 'control.key', key: 'x', code: 'KeyX', repeat: false, modifiers } as const;
      command({ ...stroke, action: 'down' });
    }
  }
  field.addEventListener('copy', copy, options);
  field.addEventListener('cut', copy, options);
  field.addEventListener(
    'paste',
    (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain').slice(0, 50_000) ?? '';
      if (text !== '') command({ type: 'control.text', text, how: 'pasted' });
    },
    options,
  );

  field.addEventListener(
    'compositionend',
    ({ data }) => {
      field.value = '';
      if (data !== '') command({ type: 'control.text', text: data, how: 'composed' });
    },
    options,
  );
  // A dead key or an on-screen keyboard types without a key event that says what.
  field.addEventListener(
    'input',
    (event) => {
      if ((event as InputEvent).isComposing) return;
      const text = field.value;
      field.value = '';
      if (text.trim() !== '' || (event as InputEvent).data === ' ')
        command({ type: 'control.text', text, how: 'composed' });
    },
    options,
  );
}
