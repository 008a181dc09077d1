import { CopyButton } from '../ui/copy-button.tsx';
import { t } from '../ui/i18n.ts';
import type { Clipboard } from './create-clipboard.ts';
import { firstLines } from './first-lines.ts';
import { SendClipboard } from './send-clipboard.tsx';

/** A text that has come from the other, and the other's question for one. */
export function ClipboardCards({ clipboard, name }: { clipboard: Clipboard; name: string }) {
  const received = clipboard.received.value;
  return (
    <div class="clipboard-cards" aria-live="polite">
      {clipboard.isAsked.value && (
        <section class="card" data-clipboard="asked">
          <h2>{t('clipboard.askedTitle', { name })}</h2>
          <p class="hint">{t('clipboard.askedText', { name })}</p>
          <div class="row">
            <SendClipboard clipboard={clipboard} says={t('clipboard.send')} primary />
            <button type="button" onClick={() => clipboard.refuse()}>
              {t('clipboard.refuse')}
            </button>
          </div>
        </section>
      )}
      {received && (
        <section class="card" key={received.number} data-clipboard="received">
          <h2>{t('clipboard.receivedTitle', { name })}</h2>
          <p class="hint">{t('clipboard.length', { count: [...received.text].length })}</p>
          <pre class="clipboard-text">{firstLines(received.text)}</pre>
          <div class="row">
            <CopyButton text={received.text} label={t('clipboard.receivedTitle', { name })} />
            <button type="button" class="quiet" onClick={() => clipboard.dismiss()}>
              {t('clipboard.dismiss')}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}
