import { computed, effect, type ReadonlySignal, type Signal, signal as createSignal } from '@preact/signals';
import { newId } from '../../protocol/new-id.ts';
import { type ChatAudience, type ChatLine, markOf, noChat } from '../../session/chat.ts';
import type { SessionClient } from '../link/session-client.ts';
import type { Draft, DraftKeeper } from './kept-drafts.ts';

/** What is being written. */
export interface ChatBoxText {
  audience: Signal<ChatAudience>;
  text: Signal<string>;
  picture: Signal<string | null>;
}

/** Said, and not yet with the relay; or refused, with its code. */
export interface Unsent extends Draft {
  problem: string | null;
}

export interface OwnChat {
  /** Here, so that it outlives the view of it. */
  box: ChatBoxText;
  /** All that this participant may read, in order. */
  lines: ReadonlySignal<readonly ChatLine[]>;
  unsent: ReadonlySignal<readonly Unsent[]>;
  /** Said by others and not read here yet. */
  unread: ReadonlySignal<number>;
  /** Names of those who write just now, to that audience. */
  writing(audience: ChatAudience): readonly string[];
  /** Whether all others who may read it have got it, have read it. */
  reached(line: ChatLine): 'sent' | 'got' | 'read';
  nameOf(participantId: string): string;
  isMine(line: ChatLine): boolean;
  say(audience: ChatAudience, text: string, picture?: string | null): void;
  sayAgain(id: string): void;
  forget(id: string): void;
  types(audience: ChatAudience): void;
  /** The person looks at the chat. */
  looking: (isLooking: boolean) => void;
}

const typingEveryMs = 2_000;
const typingForMs = 4_000;

export interface ChatDeps {
  client: SessionClient;
  keeper: DraftKeeper;
  signal: AbortSignal;
  now?: () => number;
}

/** The chat of one session at one participant. What could not be sent stays, over a reload too. */
export function createChat({ client, keeper, signal: life, now = () => performance.now() }: ChatDeps): OwnChat {
  const { selfId: me } = client;
  const chat = computed(() => (client.state.value.phase === 'none' ? noChat : client.state.value.chat));
  const people = computed(() => (client.state.value.phase === 'none' ? {} : client.state.value.participants));
  const lines = computed(() => chat.value.lines);
  const unsent = createSignal<readonly Unsent[]>(keeper.get().map((draft) => ({ ...draft, problem: null })));
  const isLooking = createSignal(false);
  const tick = createSignal(now());
  let toldTypingAt = -Infinity;

  const keep = (next: readonly Unsent[]) => {
    unsent.value = next;
    keeper.set(next.map(({ id, audience, text, picture }) => ({ id, audience, text, picture })));
  };

  async function send(draft: Draft): Promise<void> {
    const { id, audience, text, picture } = draft;
    const sent = await client.perform({ type: 'chat.say', audience, text, picture }, id);
    if (sent.ok) keep(unsent.peek().filter((one) => one.id !== id));
    else keep(unsent.peek().map((one) => (one.id === id ? { ...one, problem: sent.code } : one)));
  }

  const lastOfOthers = (audience: ChatAudience) =>
    lines.value.findLast((line) => line.by !== me && line.audience === audience)?.seq ?? 0;
  // What came is acknowledged, and read when the person looks: one word for all that came together.
  const stopMarking = effect(() => {
    const { got, read } = markOf(chat.value, me);
    const isRead = isLooking.value;
    const isOpen = client.state.value.phase === 'open' && client.state.value.participants[me]?.phase === 'present';
    if (!isOpen) return;
    // What was said to all first: customers are not told how far hosts have read among themselves.
    const ends = [lastOfOthers('all'), lastOfOthers('hosts')].toSorted((a, b) => a - b);
    for (const upTo of ends) {
      if (upTo > (isRead ? read : got)) void client.perform({ type: 'chat.reach', upTo, isRead });
    }
  });
  /** When each was heard last: whoever has sent what they wrote writes no more. */
  const heardAt = new Map<string, number>();
  let known = 0;
  const stopHearing = effect(() => {
    for (const { by } of lines.value.slice(known)) heardAt.set(by, now());
    known = lines.value.length;
  });
  const timer = setInterval(() => (tick.value = now()), 1_000);
  life.addEventListener('abort', () => {
    stopMarking();
    stopHearing();
    clearInterval(timer);
  });
  for (const draft of unsent.peek()) void send(draft);

  return {
    box: {
      audience: createSignal<ChatAudience>('all'),
      text: createSignal(''),
      picture: createSignal<string | null>(null),
    },
    lines,
    unsent,
    unread: computed(() => {
      const { read } = markOf(chat.value, me);
      return lines.value.filter((line) => line.by !== me && line.seq > read).length;
    }),
    writing(audience) {
      const writers = [...client.typing.value].filter(
        ([id, { at, audience: to }]) =>
          id !== me && to === audience && at > (heardAt.get(id) ?? 0) && tick.value - at < typingForMs,
      );
      return writers.flatMap(([id]) => people.value[id]?.name ?? []);
    },
    reached(line) {
      const others = Object.values(people.value).filter(
        ({ id, phase, role }) => id !== me && phase === 'present' && (line.audience === 'all' || role !== 'customer'),
      );
      const marks = others.map(({ id }) => markOf(chat.value, id));
      if (others.length > 0 && marks.every(({ read }) => read >= line.seq)) return 'read';
      return others.length > 0 && marks.every(({ got }) => got >= line.seq) ? 'got' : 'sent';
    },
    nameOf: (id) => people.value[id]?.name ?? '',
    isMine: (line) => line.by === me,
    say(audience, text, picture = null) {
      const draft = { id: newId(), audience, text: text.trim(), picture };
      if (draft.text === '' && picture === null) return;
      keep([...unsent.peek(), { ...draft, problem: null }]);
      void send(draft);
    },
    sayAgain(id) {
      const draft = unsent.peek().find((one) => one.id === id);
      if (!draft) return;
      // The relay has answered this one: it would answer the same again.
      const again = { ...draft, id: newId(), problem: null };
      keep(unsent.peek().map((one) => (one.id === id ? again : one)));
      void send(again);
    },
    forget: (id) => keep(unsent.peek().filter((one) => one.id !== id)),
    types(audience) {
      if (now() - toldTypingAt < typingEveryMs) return;
      toldTypingAt = now();
      client.tellTyping(audience);
    },
    looking: (looks) => (isLooking.value = looks),
  };
}
