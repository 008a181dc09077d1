import { computed, effect, type ReadonlySignal, type Signal, untracked } from '@preact/signals';
import type { ScreenQuality } from '../../../protocol/media.ts';
import type { Link } from '../../link/contract.ts';
import type { ManagerClient } from '../../manager/manager-client.ts';
import type { ScreenGate } from '../control/screen-gate.ts';
import type { SendPatches } from './send-patches.ts';

interface Deps {
  link: ReadonlySignal<Link | null>;
  manager: ReadonlySignal<ManagerClient | null>;
  gate: Pick<ScreenGate, 'held' | 'heldIn' | 'isSure'>;
  quality: ReadonlySignal<ScreenQuality | null>;
  /** Is told whose changes go ahead of its video. */
  ahead: Signal<MediaStream | null>;
  sendPatches: SendPatches;
  signal: AbortSignal;
}

/** While the other side's control of a picture is in force, and no longer, what changes there goes ahead of its video. */
export function createPatchSender({ link, manager, gate, quality, ahead, sendPatches, signal: life }: Deps) {
  const wanted = computed(() => quality.value ?? 'standard');
  let sending: { grant: string; awaited: () => void } | null = null;
  const dispose = effect(() => {
    const [way, grant, stream] = [link.value, gate.held.value, gate.heldIn.value];
    if (!way || grant === null || !stream) return undefined;
    const end = new AbortController();
    const onAhead = (isAhead: boolean) => void (ahead.value = isAhead ? stream : null);
    const source = { way, grant, stream, quality: wanted, onAhead, until: end.signal };
    const awaited = untracked(() => sendPatches({ ...source, manager: manager.peek(), isSure: gate.isSure.peek() }));
    sending = { grant, awaited };
    return () => {
      sending = null;
      ahead.value = null;
      end.abort();
    };
  });
  life.addEventListener('abort', dispose);
  return {
    /** The viewer has done something under that grant. */
    awaited(grant: string): void {
      if (sending?.grant === grant) sending.awaited();
    },
  };
}
