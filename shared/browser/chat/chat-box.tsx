import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { chatLimits } from '../../session/chat.ts';
import { t } from '../ui/i18n.ts';
import type { Canned } from './canned.ts';
import { CannedChooser } from './canned-chooser.tsx';
import type { OwnChat } from './create-chat.ts';
import { pastedPicture } from './paste-picture.ts';

interface Props {
  chat: OwnChat;
  /** Hosts may speak among themselves. */
  isHost: boolean;
  /** Prepared texts; null: there are none for this one. */
  canned: Canned | null;
}

/** Where one writes. Enter sends, Shift+Enter begins a line; a pasted picture and a prepared text are shown first. */
export function ChatBox({ chat, isHost, canned }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, picture, audience } = chat.box;
  const isTooLarge = useSignal(false);
  const isPicking = useSignal(false);

  const send = () => {
    chat.say(audience.value, text.value, picture.value);
    text.value = '';
    picture.value = null;
  };
  const paste = async (event: ClipboardEvent) => {
    if ((event.clipboardData?.files.length ?? 0) === 0) return;
    event.preventDefault();
    const made = await pastedPicture(event.clipboardData);
    isTooLarge.value = made === null;
    if (made) picture.value = made;
  };

  return (
    <form
      class="chat-box"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isHost && (
        <select
          aria-label={t('chat.audience')}
          value={audience.value}
          onChange={(event) => (audience.value = event.currentTarget.value === 'hosts' ? 'hosts' : 'all')}
        >
          <option value="all">{t('chat.toAll')}</option>
          <option value="hosts">{t('chat.toHosts')}</option>
        </select>
      )}
      {picture.value && (
        <p class="row chat-pasted">
          <img src={picture.value} alt={t('chat.picture')} />
          <button type="button" class="quiet" onClick={() => (picture.value = null)}>
            {t('chat.pictureRemove')}
          </button>
        </p>
      )}
      {isTooLarge.value && (
        <p class="problem" role="alert">
          {t('chat.pictureTooLarge')}
        </p>
      )}
      <label for={id} class="visually-hidden">
        {t('chat.message')}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        maxLength={chatLimits.textChars}
        placeholder={t('chat.message')}
        value={text.value}
        onPaste={(event) => void paste(event)}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          chat.types(audience.value);
        }}
        onKeyDown={(event) => {
          if (canned && event.key === '/' && text.value === '' && !event.isComposing) {
            event.preventDefault();
            isPicking.value = true;
          }
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div class="row chat-foot">
        <button type="submit" disabled={text.value.trim() === '' && !picture.value}>
          {t('chat.send')}
        </button>
        {canned && (
          <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => (isPicking.value = true)}>
            {t('chat.canned')} <kbd>/</kbd>
          </button>
        )}
      </div>
      {canned && isPicking.value && (
        <CannedChooser
          canned={canned}
          onPick={(picked) => {
            text.value = [text.value.trim(), picked].filter(Boolean).join('\n').slice(0, chatLimits.textChars);
            field.current?.focus();
          }}
          onClose={() => (isPicking.value = false)}
        />
      )}
    </form>
  );
}
