import * as v from 'valibot';
import { commandIdSchema, type ParticipantId } from '../protocol/ids.ts';

/** `hosts`: customers are not told of it. */
export const chatAudiences = ['all', 'hosts'] as const;
export type ChatAudience = (typeof chatAudiences)[number];

export const chatLimits = {
  textChars: 4_000,
  /** Of a picture as a `data:` URL; it must fit a message of the control socket. */
  pictureChars: 160_000,
  /** All of them come at once to whoever comes back: together below what a control socket may hold. */
  pictures: 24,
} as const;

export const saidEntries = {
  audience: v.picklist(chatAudiences),
  text: v.pipe(v.string(), v.trim(), v.maxLength(chatLimits.textChars)),
  /** Pasted: made small by its sender, and shown as nothing but a picture. */
  picture: v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(chatLimits.pictureChars),
      v.regex(/^data:image\/(?:webp|jpeg|png);base64,[A-Za-z0-9+/]+={0,2}$/),
    ),
  ),
};
export const chatIdSchema = commandIdSchema;

/** One message, in its place among the facts. */
export interface ChatLine {
  id: string;
  seq: number;
  /** Relay's time, ms since 1970. */
  at: number;
  by: ParticipantId;
  audience: ChatAudience;
  text: string;
  picture: string | null;
}

/** How far somebody has come in the chat, by the sequence numbers of facts. `read` is not beyond `got`. */
export interface ChatMark {
  got: number;
  read: number;
}

export interface Chat {
  lines: readonly ChatLine[];
  marks: Readonly<Record<ParticipantId, ChatMark>>;
}

export const noChat: Chat = { lines: [], marks: {} };
const nothingYet: ChatMark = { got: 0, read: 0 };

export const markOf = ({ marks }: Chat, who: ParticipantId): ChatMark => marks[who] ?? nothingYet;

/** What was said in that place; the newest are asked for most. */
export const lineAt = ({ lines }: Chat, seq: number): ChatLine | undefined =>
  lines.findLast((line) => line.seq === seq);

export const addLine = (chat: Chat, line: ChatLine): Chat => ({ ...chat, lines: [...chat.lines, line] });

/** Marks only grow. */
export function mark(chat: Chat, who: ParticipantId, upTo: number, isRead: boolean): Chat {
  const before = markOf(chat, who);
  const got = Math.max(before.got, upTo);
  const read = isRead ? Math.max(before.read, upTo) : before.read;
  return { ...chat, marks: { ...chat.marks, [who]: { got, read } } };
}
