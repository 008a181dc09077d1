import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import {
  type AboutPage,
  type EmbedCall,
  embedAnswerSchema,
  type FromEmbed,
  fromEmbedSchema,
  type ToEmbed,
} from '../../protocol/embed.ts';
import { newId } from '../../protocol/new-id.ts';

/** A document that has answered. */
export interface PageThere extends AboutPage {
  /** Another document, or the same one anew, has another. */
  answer: number;
  /** As the browser tells it. */
  origin: string;
}

type Heard = Exclude<FromEmbed, { type: 'embed.here' | 'embed.about' | 'embed.left' }>;

export interface OpenerPage {
  /** What is there now; null: nothing that answers. */
  readonly there: ReadonlySignal<PageThere | null>;
  /** Its tab was closed, or has gone where no window follows. */
  readonly closed: ReadonlySignal<boolean>;
  /** Lost while nothing is there. */
  post(message: ToEmbed): void;
  /** Until `life` aborts. */
  listen(listener: (message: Heard) => void, life: AbortSignal): void;
}

const callEveryMs = 400;
/** A page may be busy for a while. Counted from what it has not answered: the timers of a hidden window may run once a minute. */
const silentMs = 6_000;
/** A title that changes all the time is not told all the time. */
const aboutEveryMs = 200;

/**
 * The page from which this window was opened. It is called again and again, for the next document of that tab knows
 * nothing of us; whichever of them answers gets a port. Only the opener is heard: not its frames, not other windows.
 */
export function createOpenerPage(
  opener: Window,
  { own = window, signal: life }: { own?: Window; signal: AbortSignal },
): OpenerPage {
  const there = signal<PageThere | null>(null);
  const closed = signal(false);
  const listeners = new Set<(message: Heard) => void>();
  const word = newId();
  let port: MessagePort | null = null;
  let answers = 0;
  /** Called, and not answered yet. */
  let isCalled = false;
  /** Since when the page owes an answer; null: it owes none. */
  let askedAt: number | null = null;
  let told = -Infinity;
  let later: { about: AboutPage; timer: ReturnType<typeof setTimeout> } | null = null;

  function drop() {
    if (later) clearTimeout(later.timer);
    later = null;
    port?.close();
    port = null;
    askedAt = null;
    there.value = null;
  }
  function tell(about: AboutPage) {
    const now = there.peek();
    if (!now) return;
    const waitMs = told + aboutEveryMs - performance.now();
    if (waitMs <= 0) {
      told = performance.now();
      there.value = { ...now, title: about.title, path: about.path };
    } else if (later) later.about = about;
    else later = { about, timer: setTimeout(tellLater, waitMs) };
  }
  /** What follows may be about the new address: then that is known first. */
  function tellLater() {
    if (!later) return;
    const { about, timer } = later;
    clearTimeout(timer);
    later = null;
    told = -Infinity;
    tell(about);
  }

  function heard({ data }: MessageEvent<unknown>, from: MessagePort) {
    if (port !== from) return;
    const parsed = v.safeParse(fromEmbedSchema, data);
    if (!parsed.success) return;
    askedAt = null;
    const { output: message } = parsed;
    switch (message.type) {
      case 'embed.here':
        return;
      case 'embed.about':
        return tell(message);
      case 'embed.left':
        return drop();
      case 'embed.blocked':
      case 'embed.said':
        tellLater();
        for (const listener of listeners) listener(message);
    }
  }
  function answered({ source, origin, data, ports }: MessageEvent<unknown>) {
    const [first] = ports;
    const parsed = v.safeParse(embedAnswerSchema, data);
    if (source !== opener || !first || !parsed.success || parsed.output.word !== word) return;
    // Files and frames without an origin are nobody's site.
    if (!isCalled || !/^https?:/.test(origin)) return;
    isCalled = false;
    drop();
    port = first;
    askedAt = null;
    first.onmessage = (event) => heard(event, first);
    const { title, path } = parsed.output;
    there.value = { answer: (answers += 1), origin, title, path };
  }
  function call() {
    if (opener.closed) {
      stop();
      closed.value = true;
      return;
    }
    const now = performance.now();
    if (askedAt !== null && now - askedAt > silentMs) drop();
    if (port) {
      askedAt ??= now;
      port.postMessage({ type: 'embed.look' } satisfies ToEmbed);
    }
    isCalled = true;
    opener.postMessage({ type: 'beside.call', word, talking: port !== null } satisfies EmbedCall, '*');
  }

  function hangUp() {
    port?.postMessage({ type: 'embed.close' } satisfies ToEmbed);
    drop();
  }
  const timer = setInterval(call, callEveryMs);
  function stop() {
    clearInterval(timer);
    hangUp();
  }
  own.addEventListener('message', answered, { signal: life });
  // The page must not go on being recorded for nobody.
  own.addEventListener('pagehide', hangUp, { signal: life });
  life.addEventListener('abort', stop);
  call();

  return {
    there,
    closed,
    post: (message) => port?.postMessage(message),
    listen(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}
