import { signal } from '@preact/signals';
import type { Channel, Link, LinkPath } from '../../shared/browser/link/contract.ts';

export interface MemoryLink extends Link {
  /** All that was sent, in order. */
  readonly sent: { channel: Channel; message: Uint8Array }[];
  /** Pretends that so much waits to be acknowledged. */
  hold(bytes: number): void;
  /** The other side is new. */
  freshen(): void;
}

/** Two ends of a link that hand messages over in the next task, in order. */
export function createMemoryLinks(): [MemoryLink, MemoryLink] {
  const ends: [MemoryLink, MemoryLink] = [end(() => ends[1]), end(() => ends[0])];
  return ends;
}

const deliver = Symbol('deliver');
type End = MemoryLink & { [deliver](channel: Channel, message: Uint8Array): void };

function end(other: () => MemoryLink): End {
  const handlers = new Map<Channel, (message: Uint8Array) => void>();
  const drained: (() => void)[] = [];
  const fresh: (() => void)[] = [];
  const sent: MemoryLink['sent'] = [];
  let held = 0;
  return {
    sent,
    send(channel, message) {
      sent.push({ channel, message });
      setTimeout(() => (other() as End)[deliver](channel, message));
    },
    receive: (channel, handler) => void handlers.set(channel, handler),
    unsent: () => held,
    onDrained: (_channel, handler) => void drained.push(handler),
    onFresh: (handler) => void fresh.push(handler),
    clear() {},
    path: signal<LinkPath>('relay'),
    roundTripMs: signal(null),
    words: signal(null),
    hold(bytes) {
      held = bytes;
      if (bytes === 0) for (const handler of drained) handler();
    },
    freshen() {
      for (const handler of fresh) handler();
    },
    [deliver](channel, message) {
      handlers.get(channel)?.(message);
    },
  };
}
