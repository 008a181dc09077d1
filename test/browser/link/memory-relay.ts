import { signal } from '@preact/signals';
import { concat } from '../../../shared/browser/link/concat.ts';
import { createListeners } from '../../../shared/browser/link/listeners.ts';
import type { LinkCarrier } from '../../../shared/browser/link/link-carrier.ts';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';

/** A relay in memory: carries signals and bulk frames in order, and keeps a copy of all that passes. */
export function createMemoryRelay(ids: readonly [ParticipantId, ParticipantId]) {
  const seen = { signals: [] as string[], frames: [] as Uint8Array[] };
  const online = signal<ReadonlySet<ParticipantId>>(new Set(ids));
  const bulkOpen = signal(true);
  const signals = new Map(ids.map((id) => [id, createListeners<string>()]));
  const bulk = new Map(ids.map((id) => [id, createListeners<Uint8Array<ArrayBuffer>>()]));
  const ways = new MessageChannel();
  const queue: (() => void)[] = [];
  ways.port1.addEventListener('message', () => queue.shift()?.());
  ways.port1.start();

  function later(run: () => void): void {
    queue.push(run);
    ways.port2.postMessage(null);
  }

  const carrier = (selfId: ParticipantId): LinkCarrier => ({
    sessionId: 's'.repeat(22),
    selfId,
    online,
    iceServers: signal([]),
    bulkOpen,
    sendSignal(to, data) {
      if (!online.peek().has(to)) return false;
      seen.signals.push(data);
      later(() => signals.get(to)?.tell(selfId, data));
      return true;
    },
    onSignal: (from, handler, until) => signals.get(selfId)?.listen(from, handler, until),
    sendBulk(to, ...parts) {
      if (!bulkOpen.peek()) return false;
      const copy = concat(...parts);
      seen.frames.push(copy);
      later(() => {
        if (bulkOpen.peek()) bulk.get(to)?.tell(selfId, new Uint8Array(copy));
      });
      return true;
    },
    onBulk: (from, handler, until) => bulk.get(selfId)?.listen(from, handler, until),
    bulkBufferedBytes: () => 0,
  });

  return {
    seen,
    online,
    bulkOpen,
    carriers: [carrier(ids[0]), carrier(ids[1])] as const,
    /** Whether a text has passed in the clear. */
    hasSeen(text: string): boolean {
      const latin = new TextDecoder('latin1');
      const inFrames = seen.frames.some((frame) => latin.decode(frame).includes(text));
      return inFrames || seen.signals.some((data) => data.includes(text));
    },
  };
}
