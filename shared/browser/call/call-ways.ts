import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import type { Link } from '../link/contract.ts';
import type { LinkCarrier } from '../link/link-carrier.ts';
import type { Media } from '../link/media.ts';
import { openWay, type Way } from '../link/open-way.ts';
import { begins } from './begins.ts';

interface Deps {
  client: LinkCarrier & { readonly state: ReadonlySignal<SessionState> };
  /** The way that there is anyhow, for what is shown, and to whom. */
  usual: {
    other: ReadonlySignal<ParticipantId | null>;
    link: ReadonlySignal<Link | null>;
    media: ReadonlySignal<Media | null>;
  };
  /** The others in the call that this window is in. */
  others: ReadonlySignal<readonly ParticipantId[]>;
  peerToPeer: boolean;
  signal: AbortSignal;
}

/** A way to each of the others: a mesh, since no relay may read what is spoken. Ways that are there are used. */
export function createCallWays({ client, usual, others, peerToPeer, signal: life }: Deps) {
  const extra = createSignal<ReadonlyMap<ParticipantId, Way & { end: AbortController }>>(new Map());

  function open(other: ParticipantId): Way & { end: AbortController } {
    const end = new AbortController();
    const signal = AbortSignal.any([life, end.signal]);
    const initiator = begins(client.state.peek(), client.selfId, other);
    return { ...openWay({ client, other, initiator, peerToPeer, signal }), end };
  }

  const dispose = effect(() => {
    const wanted = others.value.filter((id) => id !== usual.other.value);
    untracked(() => {
      const before = extra.peek();
      for (const [id, { end }] of before) if (!wanted.includes(id)) end.abort();
      extra.value = new Map(wanted.map((id) => [id, before.get(id) ?? open(id)]));
    });
  });
  life.addEventListener('abort', dispose);

  return computed((): ReadonlyMap<ParticipantId, Way> => {
    const other = usual.other.value;
    const link = usual.link.value;
    const media = usual.media.value;
    const mine =
      other !== null && link && media && others.value.includes(other) ? [[other, { link, media }] as const] : [];
    return new Map<ParticipantId, Way>([...mine, ...extra.value]);
  });
}
