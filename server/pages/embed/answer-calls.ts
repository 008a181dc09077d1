import type { EmbedAnswer, EmbedCall, FromEmbed, ToEmbed } from '../../../shared/protocol/embed.ts';
import { aboutPage } from './about-page.ts';

type Heard = Exclude<ToEmbed, { type: 'embed.look' }>;

interface AnswerDeps {
  relay: string;
  /** The window that this document has opened itself; null: none, perhaps one before it did. */
  opened(): Window | null;
  heard(message: Heard): void;
  /** The window has a page now, or has none any more. */
  talks(on: boolean): void;
}

interface Talk {
  source: Window;
  word: string;
  port: MessagePort;
  heardAt: number;
}

/** A window that has said nothing for so long may be replaced by another; in front it looks more than twice a second. */
const quietAfterMs = 4_000;
/** Browsers let the timers of a hidden window run once a minute. */
const goneAfterMs = 180_000;
const lookEveryMs = 1_000;
/** Calls that had to wait for a busy page come all at once. */
const atOnceMs = 1_000;

/**
 * Answers the relay's help window, and nobody else: whoever calls must be of the origin that this script is from, which
 * the site trusts. A document that has come after the window cannot know it in another way. One window at a time.
 */
export function answerCalls({ relay, opened, heard, talks }: AnswerDeps): { post(message: FromEmbed): void } {
  let talk: Talk | null = null;
  let told = '';
  let watching: ReturnType<typeof setInterval> | undefined;

  /** Where the page is now is known before what is seen there. */
  function tellAbout(port: MessagePort) {
    const about = aboutPage();
    const now = JSON.stringify(about);
    if (now === told) return;
    told = now;
    port.postMessage({ type: 'embed.about', ...about } satisfies FromEmbed);
  }
  function post(message: FromEmbed) {
    if (!talk) return;
    tellAbout(talk.port);
    talk.port.postMessage(message);
  }
  function end() {
    if (!talk) return;
    clearInterval(watching);
    talk.port.close();
    talk = null;
    talks(false);
  }
  function begin(source: Window, word: string) {
    end();
    const { port1: port, port2 } = new MessageChannel();
    const now = (talk = { source, word, port, heardAt: performance.now() });
    port.onmessage = ({ data }: MessageEvent<ToEmbed>) => {
      if (talk !== now) return;
      now.heardAt = performance.now();
      if (data.type !== 'embed.look') return heard(data);
      post({ type: 'embed.here' });
    };
    const about = aboutPage();
    told = JSON.stringify(about);
    source.postMessage({ type: 'beside.answer', word, ...about } satisfies EmbedAnswer, {
      targetOrigin: relay,
      transfer: [port2],
    });
    watching = setInterval(() => {
      if (source.closed || performance.now() - now.heardAt > goneAfterMs) end();
    }, lookEveryMs);
    talks(true);
  }

  window.addEventListener('message', ({ isTrusted, origin, source, data }: MessageEvent<unknown>) => {
    if (!isTrusted || origin !== relay || !isWindow(source) || source === window || !isCall(data)) return;
    const mine = opened();
    if (mine && !mine.closed && source !== mine) return;
    const silentMs = talk ? performance.now() - talk.heardAt : Infinity;
    if (talk && talk.source !== source && silentMs < quietAfterMs) return;
    if (talk?.source === source && talk.word === data.word && (data.talking || silentMs < atOnceMs)) return;
    begin(source, data.word);
  });
  window.addEventListener('pagehide', ({ isTrusted }) => {
    if (!isTrusted) return;
    post({ type: 'embed.left' });
    end();
  });
  return { post };
}

const isWindow = (source: MessageEventSource | null): source is Window => source !== null && 'closed' in source;

/** From the relay's own page; the shape is looked at all the same. */
const isCall = (data: unknown): data is EmbedCall =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === 'beside.call' &&
  'word' in data &&
  typeof data.word === 'string';
