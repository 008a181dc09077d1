import { effect, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Link } from './contract.ts';

interface Deps {
  /** Whom the relay has a line to. */
  online: ReadonlySignal<ReadonlySet<ParticipantId>>;
  /** Whom the link goes to. */
  other: ReadonlySignal<ParticipantId | null>;
  link: ReadonlySignal<Pick<Link, 'roundTripMs' | 'path'> | null>;
  signal: AbortSignal;
  now?: () => number;
}

export interface Alive {
  /** Since the last sign of life, ms; null: there has been none. Looked at anew each second. */
  silentMs(id: ParticipantId): number | null;
}

const everyMs = 1_000;

/** When each participant was heard of last: over the link where there is one, else by the relay's word. */
export function watchAlive({ online, other, link, signal, now = () => performance.now() }: Deps): Alive {
  const heardAt = new Map<ParticipantId, number>();
  const tick = createSignal(now());
  const look = () => {
    const hasLink = link.peek() !== null && link.peek()?.path.peek() !== 'none';
    for (const id of online.peek()) if (!(hasLink && id === other.peek() && heardAt.has(id))) heardAt.set(id, now());
    tick.value = now();
  };
  const stop = [
    effect(() => {
      // Each answer of the other side is another round trip.
      const isHeard = link.value !== null && link.value.roundTripMs.value !== null;
      const id = other.value;
      if (isHeard && id !== null) heardAt.set(id, now());
    }),
    effect(() => {
      if (online.value.size > 0) look();
    }),
  ];
  const timer = setInterval(look, everyMs);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    for (const one of stop) one();
  });
  return {
    silentMs(id) {
      const at = heardAt.get(id);
      return at === undefined ? null : Math.max(0, tick.value - at);
    },
  };
}
