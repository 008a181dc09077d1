import type { ChatLine } from '../../session/chat.ts';
import { clockTime, t } from '../ui/i18n.ts';
import { ChatText } from './chat-text.tsx';
import type { OwnChat } from './create-chat.ts';

/** One message: who, when, what, and of one's own how far it has come. */
export function ChatLineView({ chat, line }: { chat: OwnChat; line: ChatLine }) {
  const isMine = chat.isMine(line);
  const { audience, at, text, picture } = line;
  return (
    <li class={`chat-line ${isMine ? 'mine' : ''} ${audience === 'hosts' ? 'among-hosts' : ''}`}>
      <p class="chat-who">
        <strong>{isMine ? t('chat.you') : chat.nameOf(line.by)}</strong> <time>{clockTime(at)}</time>
        {audience === 'hosts' && <span class="tag">{t('chat.hostsOnly')}</span>}
      </p>
      {text && <ChatText text={text} />}
      {picture && <img src={picture} alt={t('chat.picture')} />}
      {isMine && <p class="chat-state">{t(`chat.${chat.reached(line)}`)}</p>}
    </li>
  );
}
