import type { Channel, Link } from '../link/contract.ts';

/** Hears of what comes on a link, before whoever it is for does. */
export type Tap = (channel: Channel, message: Uint8Array) => void;

/** The same link, with somebody who listens. */
export const tapLink = (link: Link, heard: Tap): Link => ({
  ...link,
  receive: (channel, handler) =>
    link.receive(channel, (message) => {
      heard(channel, message);
      handler(message);
    }),
});
