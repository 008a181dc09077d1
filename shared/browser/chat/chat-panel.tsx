import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { plain } from '../../protocol/plain-text.ts';
import { errorText, listOf, t } from '../ui/i18n.ts';
import type { Canned } from './canned.ts';
import { useLooking } from '../ui/use-looking.ts';
import { ChatBox } from './chat-box.tsx';
import { ChatLineView } from './chat-line.tsx';
import { linesWith } from './lines-with.ts';
import { ChatText } from './chat-text.tsx';
import type { OwnChat, Unsent } from './create-chat.ts';

interface Props {
  chat: OwnChat;
  isHost: boolean;
  /** Nothing more can be said. */
  isOver: boolean;
  canned?: Canned | null;
}

/** What is said in the session. */
export function ChatPanel({ chat, isHost, isOver, canned = null }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useSignal('');
  const all = chat.lines.value;
  const sought = plain(wanted.value);
  const lines = linesWith(all, wanted.value, chat.nameOf);
  const count = all.length + chat.unsent.value.length;
  const isSearched = all.length > 8 || sought !== '';

  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count, sought]);
  useLooking(chat.looking, list);

  const writers = [...chat.writing('all'), ...(isHost ? chat.writing('hosts') : [])];
  return (
    <section class="chat" aria-label={t('chat.title')}>
      <div class="row">
        <h2>{t('chat.title')}</h2>
        {chat.unread.value > 0 && <span class="tag bad">{t('chat.unread', { count: chat.unread.value })}</span>}
      </div>
      {isSearched && (
        <input
          type="search"
          aria-label={t('chat.search')}
          placeholder={t('chat.search')}
          value={wanted.value}
          onInput={(event) => (wanted.value = event.currentTarget.value)}
        />
      )}
      {sought !== '' && (
        <p class="hint" role="status">
          {lines.length === 0 ? t('chat.searchNone') : t('chooser.found', { count: lines.length })}
        </p>
      )}
      {count === 0 && <p class="hint">{t(isHost ? 'chat.emptyHost' : 'chat.empty')}</p>}
      <div class="chat-lines" ref={list} role="log" aria-live="polite">
        <ol>
          {lines.map((line) => (
            <ChatLineView key={line.id} chat={chat} line={line} />
          ))}
          {chat.unsent.value.map((unsent) => (
            <UnsentLine key={unsent.id} chat={chat} unsent={unsent} />
          ))}
        </ol>
      </div>
      <p class="hint chat-typing" role="status">
        {writers.length > 0 && t('chat.typing', { names: listOf(writers) })}
      </p>
      {!isOver && <ChatBox chat={chat} isHost={isHost} canned={canned} />}
    </section>
  );
}

/** Kept until the relay has it; what it refused can be sent again or given up. */
function UnsentLine({ chat, unsent }: { chat: OwnChat; unsent: Unsent }) {
  const { id, text, picture, problem } = unsent;
  return (
    <li class="chat-line mine unsent">
      {text && <ChatText text={text} />}
      {picture && <img src={picture} alt={t('chat.picture')} />}
      {problem === null ? (
        <p class="chat-state">{t('chat.sending')}</p>
      ) : (
        <p class="problem" role="alert">
          {errorText(problem)}{' '}
          <button type="button" class="quiet" onClick={() => chat.sayAgain(id)}>
            {t('common.retry')}
          </button>
          <button type="button" class="quiet" onClick={() => chat.forget(id)}>
            {t('chat.forget')}
          </button>
        </p>
      )}
    </li>
  );
}
