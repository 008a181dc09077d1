import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Link } from './contract.ts';
import { createLink } from './create-link.ts';
import { mediaIce } from './ice-servers.ts';
import type { LinkCarrier } from './link-carrier.ts';
import { createMedia, type Media } from './media.ts';

export interface Ways {
  readonly link: ReadonlySignal<Link | null>;
  readonly media: ReadonlySignal<Media | null>;
  /** To be called last: what is said at the end still goes over the link. */
  end(): void;
}

interface Deps {
  client: LinkCarrier;
  /** Who is there now. */
  other: ReadonlySignal<ParticipantId | null>;
  /** Exactly one of the two sides is: the host's. */
  initiator: boolean;
  /** False: content may go through the site only. */
  peerToPeer: boolean;
}

/** The link to the other participant and the media beside it: new ones for each who comes. */
export function createWays({ client, other: present, initiator, peerToPeer }: Deps): Ways {
  const link = signal<Link | null>(null);
  const media = signal<Media | null>(null);
  const end = effect(() => {
    const other = present.value;
    if (!other) return undefined;
    const inner = new AbortController();
    const ice = () => mediaIce(client.iceServers.peek(), peerToPeer);
    untracked(() => {
      const way = createLink({ client, other, initiator, relayOnly: !peerToPeer, signal: inner.signal });
      media.value = createMedia({ link: way, ice, initiator, signal: inner.signal });
      link.value = way;
    });
    return () => {
      inner.abort();
      link.value = null;
      media.value = null;
    };
  });
  return { link, media, end };
}
