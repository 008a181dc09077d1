import type { Channel, Link } from './contract.ts';

/** The same of the other page. */
const turned: Readonly<Record<Channel, Channel>> = {
  control: 'host-control',
  pointer: 'host-pointer',
  mirror: 'host-mirror',
  asset: 'host-asset',
  'host-control': 'control',
  'host-pointer': 'pointer',
  'host-mirror': 'mirror',
  'host-asset': 'asset',
  media: 'media',
  screen: 'screen',
  details: 'details',
  draw: 'host-draw',
  'host-draw': 'draw',
  'screen-draw': 'screen-draw',
  clipboard: 'clipboard',
  folder: 'folder',
  file: 'file',
  'screen-patch': 'screen-patch',
};

/**
 * The same link with both pages' channels exchanged: who speaks of `mirror` and `control` here, on both sides,
 * speaks of the host's page. So all that shows and watches a page knows one direction only.
 */
export const turnedLink = (link: Link): Link => ({
  path: link.path,
  roundTripMs: link.roundTripMs,
  words: link.words,
  send: (channel, message) => link.send(turned[channel], message),
  receive: (channel, handler) => link.receive(turned[channel], handler),
  unsent: (channel) => link.unsent(turned[channel]),
  onDrained: (channel, handler) => link.onDrained(turned[channel], handler),
  onFresh: (handler) => link.onFresh(handler),
  clear: (channel) => link.clear(turned[channel]),
});
