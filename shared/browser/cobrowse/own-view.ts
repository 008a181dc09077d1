import { signal } from '@preact/signals';
import type { Channel, Link, LinkPath } from '../link/contract.ts';
import { standsAlone } from './wire/head-bytes.ts';
import { createHeadReader } from './wire/read-head.ts';

export interface OwnView {
  /** The same link, for whoever shows the page. */
  readonly shared: Link;
  /** A viewer here beside the one at the other end: gets the very bytes that leave, until `signal` aborts. */
  look(signal: AbortSignal): Link;
}

/** What a viewer gets, and what it asks for. Control is none of it: whoever only looks has no hands. */
const seen: ReadonlySet<Channel> = new Set(['mirror', 'asset', 'pointer']);
const asked: ReadonlySet<Channel> = new Set(['mirror', 'asset']);

/** Lets the customer see what the host sees, taken where it leaves and not made a second time. */
export function createOwnView(link: Link): OwnView {
  const handlers = new Map<Channel, (message: Uint8Array) => void>();
  const viewers = new Set<(channel: Channel, message: Uint8Array) => void>();

  return {
    shared: {
      ...link,
      send(channel, message) {
        link.send(channel, message);
        if (seen.has(channel)) for (const hear of viewers) hear(channel, message);
      },
      receive(channel, handler) {
        handlers.set(channel, handler);
        link.receive(channel, handler);
      },
    },
    look(life) {
      const receivers = new Map<Channel, (message: Uint8Array) => void>();
      const heads = createHeadReader();
      let begun = false;
      function hear(channel: Channel, message: Uint8Array) {
        // Before the first snapshot there is nothing to go on from.
        if (channel === 'mirror' && !begun) {
          begun = heads.read(message)?.header.type === 'mirror.snapshot';
          if (!standsAlone(message)) return;
        }
        // What goes wrong here must not hold up what is sent.
        queueMicrotask(() => {
          if (!life.aborted) receivers.get(channel)?.(message);
        });
      }
      viewers.add(hear);
      life.addEventListener('abort', () => viewers.delete(hear));
      return {
        send(channel, message) {
          if (asked.has(channel) && !life.aborted) handlers.get(channel)?.(message);
        },
        receive: (channel, handler) => void receivers.set(channel, handler),
        unsent: () => 0,
        onDrained() {},
        onFresh() {},
        clear() {},
        path: signal<LinkPath>('none'),
        roundTripMs: signal(null),
        words: signal(null),
      };
    },
  };
}
