import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { clipboardLimits } from '../../protocol/clipboard.ts';
import { t } from '../ui/i18n.ts';
import type { Clipboard } from './create-clipboard.ts';

interface Props {
  clipboard: Clipboard;
  /** What the button says. */
  says: string;
  primary?: boolean;
  /** It was pressed already, elsewhere and just now: it begins at once. */
  isPressed?: boolean;
  onSent?: () => void;
}

const pasteAfterMs = 500;

/**
 * Sends what is in the clipboard, by a click. Browsers ask again or refuse to have it read; then there is a field to
 * paste into.
 */
export function SendClipboard({ clipboard, says, primary = false, isPressed = false, onSent }: Props) {
  const id = useId();
  const isPasting = useSignal(false);
  const fault = useSignal<'empty' | 'too-long' | null>(null);
  /** Counts the clicks: what the browser hands over late is nobody's wish any more. */
  const click = useSignal(0);

  function send(text: string) {
    click.value += 1;
    fault.value = clipboard.send(text);
    if (fault.peek() !== null) return;
    isPasting.value = false;
    onSent?.();
  }
  function cancel() {
    click.value += 1;
    isPasting.value = false;
  }
  async function clicked() {
    fault.value = null;
    click.value += 1;
    const mine = click.peek();
    // Firefox shows a button of its own first, Chromium a question, and nothing tells when they are passed over.
    const timer = setTimeout(() => (isPasting.value = true), pasteAfterMs);
    const text = await readClipboard();
    clearTimeout(timer);
    if (click.peek() !== mine) return;
    if (text === null) isPasting.value = true;
    else send(text);
  }
  useEffect(() => {
    if (isPressed) void clicked();
  }, []);
  return (
    <div class="send-clipboard">
      <button
        type="button"
        class={primary ? 'primary' : ''}
        disabled={!clipboard.hasWay.value}
        onClick={() => void clicked()}
      >
        {says}
      </button>
      {isPasting.value && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            send(event.currentTarget.querySelector('textarea')?.value ?? '');
          }}
        >
          <label for={id}>{t('clipboard.paste')}</label>
          <textarea id={id} rows={3} spellcheck={false} />
          <div class="row">
            <button type="submit">{t('clipboard.sendPasted')}</button>
            <button type="button" class="quiet" onClick={cancel}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      )}
      {fault.value && (
        <p class="problem" role="alert">
          {t(`clipboard.${fault.value}`, { kib: clipboardLimits.textBytes / 1_024 })}
        </p>
      )}
    </div>
  );
}

/** Null: the browser does not let it be read. */
async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}
