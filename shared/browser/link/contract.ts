import type { ReadonlySignal } from '@preact/signals';

/**
 * - `mirror`: the customer's page, ordered, nothing lost
 * - `control`: the host's input and its answers, ordered, nothing lost
 * - `pointer`: newest wins, may be lost
 * - `asset`: ordered, yields to all others
 * - `media`: about pictures and sound between the two, ordered, nothing lost
 * - `screen`: input to desktops and applications and what comes of it, both ways, ordered, nothing lost
 * - `screen-patch`: what changes on a controlled desktop or application, ahead of its video, ordered, nothing lost
 * - `details`: what a customer has allowed to be told of computer and page, ordered, nothing lost
 * - `draw`: what is drawn on the customer's page, both ways, ordered, nothing lost
 * - `screen-draw`: what is drawn on desktops and applications, both ways, ordered, nothing lost
 * - `clipboard`: texts that are handed over, both ways, ordered, nothing lost
 * - `folder`: a folder of the customer's and the bytes of its files, ordered, yields to all but assets
 * - `file`: files that one publishes and the other fetches, both ways, ordered, yields to all others
 * - `host-…`: the same five about the host's page, so that both may be shown at the same time
 */
export const channels = [
  'control',
  'pointer',
  'mirror',
  'asset',
  'host-control',
  'host-pointer',
  'host-mirror',
  'host-asset',
  'media',
  'screen',
  'details',
  'draw',
  'host-draw',
  'screen-draw',
  'clipboard',
  'folder',
  'file',
  'screen-patch',
] as const;
export type Channel = (typeof channels)[number];

export type LinkPath = 'none' | 'relay' | 'direct';

/**
 * Two participants' private way to each other: through the relay (sealed) at once, direct when that opens.
 * A change of path loses, doubles and reorders nothing on the ordered channels.
 */
export interface Link {
  /** Queues one message (any length up to 64 MiB); the link cuts it into chunks. Those of `file` and `folder` are the link's from then on. */
  send(channel: Channel, message: Uint8Array): void;
  /** One handler a channel. Gets whole messages, in order; the memory of each is the handler's. */
  receive(channel: Channel, handler: (message: Uint8Array) => void): void;
  /** Bytes accepted by `send` on this channel that the other side has not acknowledged. */
  unsent(channel: Channel): number;
  /** Calls back once the unacknowledged bytes of the channel fall below `bufferedLowBytes`. */
  onDrained(channel: Channel, handler: () => void): void;
  /**
   * The other side is new (it was reloaded, or is here for the first time): all channels start afresh
   * and whatever was under way is gone. Called each time the handshake completes.
   */
  onFresh(handler: () => void): void;
  /** Forgets whatever is queued on the channel: what has not left yet never does, and nothing that was lost goes again. */
  clear(channel: Channel): void;
  readonly path: ReadonlySignal<LinkPath>;
  /** Round trip between the two participants on the present path, ms; null before the first. */
  readonly roundTripMs: ReadonlySignal<number | null>;
  /** The four safety words, null before the handshake is complete. */
  readonly words: ReadonlySignal<readonly string[] | null>;
}
