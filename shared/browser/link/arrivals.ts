import { type ReadonlySignal, signal } from '@preact/signals';
import type { Announced, StreamLabel } from '../../protocol/media.ts';
import type { Incoming } from './media-peer.ts';

/** A stream that the other side sends and says what it is. `incoming` is null until it arrives, and between peers. */
export interface Received {
  id: string;
  label: StreamLabel;
  incoming: Incoming | null;
}

/** What the other side says that it sends, with what has come of it: by its name, or on the line that is kept ready. */
export function createArrivals() {
  const received = signal<readonly Received[]>([]);
  let announced: readonly Announced[] = [];
  const named = new Map<string, Incoming>();
  let onReadyLine: Incoming | null = null;

  function list(): void {
    received.value = announced.map(({ id, label, ready }) => ({
      id,
      label,
      // A later peer has it by its name, whatever it was on before.
      incoming: named.get(id) ?? (ready ? onReadyLine : null),
    }));
  }

  return {
    received: received as ReadonlySignal<readonly Received[]>,
    /** What is not in the list has gone. */
    announce(streams: readonly Announced[]): void {
      announced = streams;
      for (const id of named.keys()) if (!announced.some((one) => one.id === id)) named.delete(id);
      list();
    },
    come(incoming: Incoming): void {
      named.set(incoming.stream.id, incoming);
      list();
    },
    comeOnReadyLine(incoming: Incoming): void {
      onReadyLine = incoming;
      list();
    },
    /** The peer is gone over which it came. */
    lose(): void {
      named.clear();
      onReadyLine = null;
      list();
    },
  };
}
