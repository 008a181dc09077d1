import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import type { CommandId, ParticipantId } from '../../protocol/ids.ts';
import type { CallState } from '../../protocol/media.ts';
import type { Way } from '../link/open-way.ts';
import { watchReceiver } from './watch-speaking.ts';

/** One of the others in the call, as it is heard and seen here. */
export interface CallPerson {
  id: ParticipantId;
  way: Way;
  /** Null: not here yet, or no more for the moment. */
  readonly state: ReadonlySignal<CallState | null>;
  readonly stream: ReadonlySignal<MediaStream | null>;
  readonly speaks: ReadonlySignal<boolean>;
}

/** Those that one is in a call with. Nothing is heard of one who does not say to be in the same call. */
export function createCallPeople(
  ways: ReadonlySignal<ReadonlyMap<ParticipantId, Way>>,
  call: ReadonlySignal<CommandId | null>,
  life: AbortSignal,
): ReadonlySignal<readonly CallPerson[]> {
  const people = createSignal<readonly (CallPerson & { end: AbortController })[]>([]);

  function meet(id: ParticipantId, way: Way): CallPerson & { end: AbortController } {
    const end = new AbortController();
    const state = computed(() => {
      const theirs = way.media.theirCall.value;
      return theirs !== null && theirs.call === call.value ? theirs : null;
    });
    const incoming = computed(() =>
      state.value ? (way.media.received.value.find(({ label }) => label.kind === 'call')?.incoming ?? null) : null,
    );
    const receiver = computed(() => incoming.value?.receivers.find(({ track }) => track.kind === 'audio') ?? null);
    const stream = computed(() => incoming.value?.stream ?? null);
    const speaks = watchReceiver(receiver, AbortSignal.any([life, end.signal]));
    return { id, way, state, stream, speaks, end };
  }

  const dispose = effect(() => {
    const now = ways.value;
    untracked(() => {
      const before = people.peek();
      const stays = before.filter(({ id, way }) => now.get(id)?.media === way.media);
      for (const one of before) if (!stays.includes(one)) one.end.abort();
      people.value = [...now].map(([id, way]) => stays.find((one) => one.id === id) ?? meet(id, way));
    });
  });
  life.addEventListener('abort', dispose);
  return people;
}
