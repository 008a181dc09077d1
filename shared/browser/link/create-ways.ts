import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Link } from './contract.ts';
import type { LinkCarrier } from './link-carrier.ts';
import type { Media } from './media.ts';
import { openWay } from './open-way.ts';

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
    untracked(() => {
      const way = openWay({ client, other, initiator, peerToPeer, signal: inner.signal });
      media.value = way.media;
      link.value = way.link;
    });
    return () => {
      inner.abort();
      link.value = null;
      media.value = null;
    };
  });
  return { link, media, end };
}
