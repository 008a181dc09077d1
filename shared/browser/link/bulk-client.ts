import { effect, signal as createSignal } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import { bulkAddress, decodeBulk } from './bulk-wire.ts';
import { createConcat } from './concat.ts';
import { createListeners } from './listeners.ts';
import { createRelayClient, type RelayClient, type RelayClientOptions, type SocketState } from './relay-client.ts';

type Options = Omit<RelayClientOptions, 'kind' | 'after' | 'onMessage' | 'onBytes'>;

/** The socket for sealed frames: open while somebody listens. */
export function createBulkClient(options: Options) {
  const state = createSignal<SocketState>({ phase: 'waiting' });
  const join = createConcat();
  const listeners = createListeners<Uint8Array<ArrayBuffer>>();
  let current: { client: RelayClient; close: AbortController } | null = null;

  function open(): void {
    const close = new AbortController();
    const client = createRelayClient({
      ...options,
      kind: 'bulk',
      after: () => 0,
      onMessage: () => {},
      onBytes(bytes) {
        const frame = decodeBulk(bytes);
        if (frame) listeners.tell(frame.other, frame.payload);
      },
      signal: AbortSignal.any([options.signal, close.signal]),
    });
    current = { client, close };
    const unfollow = effect(() => {
      state.value = client.state.value;
    });
    close.signal.addEventListener('abort', unfollow, { once: true });
  }

  function shut(): void {
    current?.close.abort();
    current = null;
    state.value = { phase: 'waiting' };
  }

  return {
    state,
    listen(from: ParticipantId, handler: (payload: Uint8Array<ArrayBuffer>) => void, signal: AbortSignal): void {
      listeners.listen(from, handler, signal);
      signal.addEventListener('abort', () => {
        if (listeners.none()) shut();
      });
      if (!current && !listeners.none()) open();
    },
    send: (to: ParticipantId, ...payload: readonly Uint8Array[]): boolean =>
      // The socket copies at once what it is given.
      current?.client.send(join(bulkAddress(to), ...payload)) ?? false,
    bufferedBytes: (): number => current?.client.bufferedBytes() ?? 0,
    /** Leaves a socket that may be dead and opens another. */
    restart(): void {
      if (!current) return;
      shut();
      open();
    },
  };
}
