import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import { begins } from './begins.ts';
import type { Link } from './contract.ts';
import type { LinkCarrier } from './link-carrier.ts';
import type { Media } from './media.ts';
import { openWay, type Way } from './open-way.ts';

/** One window's ways to the others in the session: never two to the same, whoever wants it. */
export interface WayBook {
  /** Ways to those who are `wanted`, each open for as long as anybody wants it. */
  to(wanted: ReadonlySignal<readonly ParticipantId[]>): ReadonlySignal<ReadonlyMap<ParticipantId, Way>>;
}

interface Deps {
  client: LinkCarrier & { readonly state: ReadonlySignal<SessionState> };
  /** The way that there is anyhow. */
  usual: {
    other: ReadonlySignal<ParticipantId | null>;
    link: ReadonlySignal<Link | null>;
    media: ReadonlySignal<Media | null>;
  };
  peerToPeer: boolean;
  signal: AbortSignal;
}

type Wanted = ReadonlySignal<readonly ParticipantId[]>;
type OwnWay = Way & { end: AbortController };

export function createWayBook({ client, usual, peerToPeer, signal: life }: Deps): WayBook {
  const wishes = createSignal<readonly Wanted[]>([]);
  const extra = createSignal<ReadonlyMap<ParticipantId, OwnWay>>(new Map());

  function open(other: ParticipantId): OwnWay {
    const end = new AbortController();
    const signal = AbortSignal.any([life, end.signal]);
    const initiator = begins(client.state.peek(), client.selfId, other);
    return { ...openWay({ client, other, initiator, peerToPeer, signal }), end };
  }

  const dispose = effect(() => {
    const wanted = new Set(wishes.value.flatMap(({ value }) => value));
    if (usual.other.value) wanted.delete(usual.other.value);
    untracked(() => {
      const before = extra.peek();
      for (const [id, { end }] of before) if (!wanted.has(id)) end.abort();
      extra.value = new Map([...wanted].map((id) => [id, before.get(id) ?? open(id)]));
    });
  });
  life.addEventListener('abort', dispose);

  const all = computed((): ReadonlyMap<ParticipantId, Way> => {
    const other = usual.other.value;
    const link = usual.link.value;
    const media = usual.media.value;
    const first = other !== null && link && media ? [[other, { link, media }] as const] : [];
    return new Map<ParticipantId, Way>([...first, ...extra.value]);
  });

  return {
    to(wanted) {
      wishes.value = [...wishes.peek(), wanted];
      return computed(() => new Map([...all.value].filter(([id]) => wanted.value.includes(id))));
    },
  };
}
