import type { ParticipantId } from '../../protocol/ids.ts';
import type { Link } from './contract.ts';
import { createLink } from './create-link.ts';
import { mediaIce } from './ice-servers.ts';
import type { LinkCarrier } from './link-carrier.ts';
import { createMedia, type Media } from './media.ts';

/** A link to another participant, and the media beside it. */
export interface Way {
  link: Link;
  media: Media;
}

interface Options {
  client: LinkCarrier;
  other: ParticipantId;
  /** Exactly one of the two sides is. */
  initiator: boolean;
  /** False: content may go through the site only. */
  peerToPeer: boolean;
  signal: AbortSignal;
}

export function openWay({ client, other, initiator, peerToPeer, signal }: Options): Way {
  const link = createLink({ client, other, initiator, relayOnly: !peerToPeer, signal });
  const ice = () => mediaIce(client.iceServers.peek(), peerToPeer);
  return { link, media: createMedia({ link, ice, initiator, signal }) };
}
