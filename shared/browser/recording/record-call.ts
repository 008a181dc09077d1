import { computed, effect, untracked } from '@preact/signals';
import type { OwnCall } from '../call/create-call.ts';
import type { Chunker } from './chunker.ts';
import { recordMedia } from './media-track.ts';
import { mixVoices } from './mix-voices.ts';

interface Deps {
  call: Pick<OwnCall, 'view' | 'people' | 'own'>;
  begin: () => Chunker;
  failed(): void;
  signal: AbortSignal;
}

/** One track for as long as this host is in a call: all voices that are heard here, and the own. */
export function recordCall({ call, begin, failed, signal }: Deps): void {
  const isIn = computed(() => call.view.value.kind === 'in' && call.view.value.here && call.view.value.answered);
  const voices = computed(() => {
    const theirs = call.people.value.flatMap(({ stream }) => stream.value?.getAudioTracks() ?? []);
    const own = call.own.audio.value;
    return own ? [...theirs, own] : theirs;
  });
  const dispose = effect(() => {
    if (!isIn.value) return undefined;
    const end = new AbortController();
    untracked(() => {
      const until = AbortSignal.any([signal, end.signal]);
      recordMedia({ ...mixVoices(voices, until), kind: 'call', chunker: begin(), failed, signal: until });
    });
    return () => end.abort();
  });
  signal.addEventListener('abort', dispose);
}
