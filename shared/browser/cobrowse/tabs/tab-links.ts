import type { Channel, Link } from '../../link/contract.ts';
import { createQueuedTabs } from './queued-tabs.ts';

export interface TabLinks {
  /** The link as one tab has it, until `signal` aborts: its own messages only. */
  tab(tab: number, signal: AbortSignal): Link;
  /** About the tabs themselves. */
  send(message: object): void;
  receive(handler: (text: string) => void): void;
  /** The other side is new. */
  onFresh(handler: () => void): void;
  /** Messages of other tabs than the one that was cleared are gone with it. */
  onLost(handler: () => void): void;
  /** Begins all tabs anew, as if the other side were new. */
  freshen(): void;
}

const ofPages: readonly Channel[] = ['mirror', 'control', 'pointer', 'asset', 'draw'];
const headBytes = 2;
const aboutTabs = 0;

/** What such a message is about; one that is cut off: about the tabs. */
export const ofTab = (message: Uint8Array): { tab: number; body: Uint8Array } => ({
  tab: message.length < headBytes ? aboutTabs : ((message[0] ?? 0) << 8) | (message[1] ?? 0),
  body: message.subarray(headBytes),
});

interface TabEnd {
  receivers: Map<Channel, (message: Uint8Array) => void>;
  drained: Map<Channel, (() => void)[]>;
  fresh: (() => void)[];
}

/** Lets several tabs use one link, each as if it had one of its own; for either side, until `life` aborts. */
export function createTabLinks(link: Link, life: AbortSignal): TabLinks {
  const ends = new Map<number, TabEnd>();
  const queued = createQueuedTabs((channel) => link.unsent(channel));
  let about: (text: string) => void = () => undefined;
  let lost: () => void = () => undefined;
  const fresh: (() => void)[] = [];

  function send(tab: number, channel: Channel, message: Uint8Array) {
    const whole = new Uint8Array(headBytes + message.length);
    whole.set([tab >> 8, tab & 0xff]);
    whole.set(message, headBytes);
    queued.sent(tab, channel, whole.length);
    link.send(channel, whole);
  }
  function clear(tab: number, channel: Channel) {
    if (!queued.has(tab, channel)) return;
    const alone = queued.hasOnly(tab, channel);
    link.clear(channel);
    queued.forget(channel);
    if (!alone && !life.aborted) lost();
  }
  function freshen() {
    for (const end of ends.values()) for (const handler of end.fresh) handler();
  }

  for (const channel of ofPages) {
    link.receive(channel, (message) => {
      if (life.aborted || message.length < headBytes) return;
      const { tab, body } = ofTab(message);
      if (tab !== aboutTabs) ends.get(tab)?.receivers.get(channel)?.(body);
      else if (channel === 'mirror') about(new TextDecoder().decode(body));
    });
    link.onDrained(channel, () => {
      if (life.aborted) return;
      for (const end of ends.values()) for (const handler of end.drained.get(channel) ?? []) handler();
    });
  }
  link.onFresh(() => {
    if (life.aborted) return;
    for (const channel of ofPages) queued.forget(channel);
    for (const handler of fresh) handler();
    freshen();
  });

  return {
    tab(tab, signal) {
      const end: TabEnd = { receivers: new Map(), drained: new Map(), fresh: [] };
      ends.set(tab, end);
      signal.addEventListener('abort', () => {
        if (ends.get(tab) === end) ends.delete(tab);
      });
      return {
        send: (channel, message) => send(tab, channel, message),
        receive: (channel, handler) => void end.receivers.set(channel, handler),
        unsent: (channel) => link.unsent(channel),
        onDrained: (channel, handler) => void end.drained.set(channel, [...(end.drained.get(channel) ?? []), handler]),
        onFresh: (handler) => void end.fresh.push(handler),
        clear: (channel) => clear(tab, channel),
        path: link.path,
        roundTripMs: link.roundTripMs,
        words: link.words,
      };
    },
    send: (message) => send(aboutTabs, 'mirror', new TextEncoder().encode(JSON.stringify(message))),
    receive: (handler) => void (about = handler),
    onFresh: (handler) => void fresh.push(handler),
    onLost: (handler) => void (lost = handler),
    freshen,
  };
}
