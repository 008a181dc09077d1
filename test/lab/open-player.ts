import { startHostCobrowse } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import { createMirrorEncoder } from '../../shared/browser/cobrowse/wire/encode.ts';
import type { Scrolled } from '../../shared/protocol/peer.ts';
import { bodyMark, type FloodName, floods, textChange } from './floods.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { createMemoryLinks } from './memory-link.ts';
import { openPlayerPage } from './player-page.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const viewport = { width: 800, height: 600, pixelRatio: 1 };

/** A host with a player whose customer is the test: whatever it sends as events goes out as it is. */
export async function openPlayer() {
  const player = await openPlayerPage();
  const [customerLink, hostLink] = createMemoryLinks();
  const life = new AbortController();
  const host = startHostCobrowse({ link: hostLink, player: player.port, signal: life.signal });
  const encoder = createMirrorEncoder();
  const told: string[] = [];
  host.notice.subscribe((notice) => notice && told.push(notice.code));
  let refreshes = 0;
  customerLink.receive('mirror', () => void (refreshes += 1));
  let seq = 0;

  /** `events`: a list, or the text that stands for one. */
  function encode(kind: 'snapshot' | 'events', events: unknown) {
    const body = typeof events === 'string' ? events : JSON.stringify(events);
    const header =
      kind === 'snapshot'
        ? ({ type: 'mirror.snapshot', owner: null, ...next() } as const)
        : ({ type: 'mirror.events', ...next() } as const);
    return [encoder.encode(header, body)];
  }
  function next() {
    seq += 1;
    return { frame: 0, documentId, seq, viewport, more: false };
  }
  /** Until the mirror is as `check` wants it. */
  async function until(check: (mirror: Document) => unknown, withinMs = 90_000) {
    const end = performance.now() + withinMs;
    for (;;) {
      try {
        if (check(player.mirror())) return;
      } catch {
        // Nothing is played yet.
      }
      if (performance.now() > end) throw new Error(`not so within ${withinMs} ms: ${check.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const mirrored = () => {
    try {
      return player.mirror().getElementsByTagName('*');
    } catch {
      return { length: 0 };
    }
  };
  /** Until the host's thread has had nothing to do for a while. */
  async function quiet() {
    for (let calm = 0; calm < 20;) {
      const before = performance.now();
      const { length } = mirrored();
      await new Promise((resolve) => setTimeout(resolve, 50));
      calm = performance.now() - before < 150 && mirrored().length === length ? calm + 1 : 0;
    }
  }
  const held = (heart: Heartbeat) => ({ longest: heart.longest(), slowness: heart.slowness() });
  const send = (messages: readonly Uint8Array[]) => {
    for (const message of messages) customerLink.send('mirror', message);
  };

  return {
    ...player,
    host,
    told,
    refreshes: () => refreshes,
    encode,
    send,
    play: (kind: 'snapshot' | 'events', events: unknown) => send(encode(kind, events)),
    /** Of a batch that only scrolls. */
    scroll: (scrolls: Scrolled[]) => send([encoder.encode({ type: 'mirror.events', ...next(), scrolls }, '')]),
    until,
    /** Sends what is too much, and waits until the host has coped; how long was its thread held up, in ms? */
    async flood(name: FloodName) {
      const messages = floods[name]().map(([kind, text]) => encode(kind, text));
      messages.push(encode('events', `[${bodyMark(name)}]`));
      await quiet();
      told.length = 0;
      const heart = startHeartbeat();
      for (const message of messages) {
        send(message);
        // As from a network: each message is a task.
        await new Promise((resolve) => setTimeout(resolve));
      }
      // A thread that waits for its worker looks quiet.
      await until(
        (mirror) => host.phase.value === 'rebuilding' || mirror.querySelector(`body[data-mark="${name}"]`) !== null,
      );
      await quiet();
      heart.stop();
      const nodes = mirrored().length;
      return { ...held(heart), told: [...told], phase: host.phase.value, nodes };
    },
    /** Changes one text so often a second, in as many messages as a page sends; a text is in the mirror. */
    async storm({ id, perSecond, seconds }: { id: number; perSecond: number; seconds: number }) {
      const everyMs = 16;
      const atOnce = (perSecond * everyMs) / 1_000;
      // Encoding is the customer's work, and must not count as the host's.
      const messages = Array.from({ length: (seconds * 1_000) / everyMs }, (_, batch) => {
        const changes = Array.from({ length: atOnce }, (_change, at) => textChange(id, `${batch * atOnce + at}`));
        return encode('events', `[${changes.join(',')}]`);
      });
      await quiet();
      told.length = 0;
      const heart = startHeartbeat();
      for (const message of messages) {
        send(message);
        await new Promise((resolve) => setTimeout(resolve, everyMs));
      }
      await quiet();
      heart.stop();
      return { ...held(heart), told: [...told], phase: host.phase.value, sent: messages.length * atOnce };
    },
    close() {
      life.abort();
      document.body.replaceChildren();
    },
  };
}
