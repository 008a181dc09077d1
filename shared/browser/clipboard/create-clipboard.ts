import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { clipboardLimits, type ClipboardMessage, clipboardMessageSchema, textFault } from '../../protocol/clipboard.ts';
import { parseWith } from '../../protocol/codec.ts';
import { createTokenBucket } from '../../protocol/token-bucket.ts';
import type { Link } from '../link/contract.ts';

/** Texts handed over between two people. Nothing is read, sent or copied but by a click. */
export interface Clipboard {
  /** There is a way to the other. */
  readonly hasWay: ReadonlySignal<boolean>;
  /** The last text of the other's; `number` tells two of the same apart. */
  readonly received: ReadonlySignal<{ text: string; number: number } | null>;
  /** The other asks for what is here. */
  readonly isAsked: ReadonlySignal<boolean>;
  /** What has become of what was done here last. */
  readonly outcome: ReadonlySignal<ClipboardOutcome | null>;
  /** Null: it is under way. */
  send(text: string): 'empty' | 'too-long' | null;
  ask(): void;
  refuse(): void;
  /** The received text is put away. */
  dismiss(): void;
}

export type ClipboardOutcome = 'sent' | 'asked' | 'refused';

export function createClipboard(link: ReadonlySignal<Link | null>, life: AbortSignal): Clipboard {
  const hasWay = signal(false);
  const received = signal<{ text: string; number: number } | null>(null);
  const isAsked = signal(false);
  const outcome = signal<ClipboardOutcome | null>(null);

  const say = (message: ClipboardMessage) =>
    link.peek()?.send('clipboard', new TextEncoder().encode(JSON.stringify(message)));

  function hear(message: ClipboardMessage) {
    switch (message.type) {
      case 'clipboard.text':
        received.value = { text: message.text, number: (received.peek()?.number ?? 0) + 1 };
        if (outcome.peek() === 'asked') outcome.value = null;
        break;
      case 'clipboard.ask':
        isAsked.value = true;
        break;
      case 'clipboard.refuse':
        if (outcome.peek() === 'asked') outcome.value = 'refused';
        break;
    }
  }
  /** What was asked by one who has gone needs no answer; what was received stays. */
  function forget() {
    isAsked.value = false;
    outcome.value = null;
  }
  const dispose = effect(() => {
    const way = link.value;
    hasWay.value = way !== null;
    untracked(forget);
    if (!way) return;
    const { messagesPerSecond, messagesAtOnce, messageBytes } = clipboardLimits;
    const bucket = createTokenBucket(messagesPerSecond, messagesAtOnce, () => performance.now());
    way.receive('clipboard', (bytes) => {
      if (life.aborted || link.peek() !== way || bytes.length > messageBytes || !bucket.take()) return;
      const parsed = parseWith(clipboardMessageSchema, new TextDecoder().decode(bytes));
      if (parsed.ok) hear(parsed.message);
    });
    way.onFresh(() => {
      if (!life.aborted && link.peek() === way) forget();
    });
  });
  life.addEventListener('abort', dispose);

  return {
    hasWay,
    received,
    isAsked,
    outcome,
    send(text) {
      const fault = textFault(text);
      if (fault) return fault;
      isAsked.value = false;
      outcome.value = 'sent';
      say({ type: 'clipboard.text', text });
      return null;
    },
    ask() {
      outcome.value = 'asked';
      say({ type: 'clipboard.ask' });
    },
    refuse() {
      isAsked.value = false;
      say({ type: 'clipboard.refuse' });
    },
    dismiss: () => void (received.value = null),
  };
}
