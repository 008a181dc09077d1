import { chunkBytes, encodeFrame, type LossyChannel } from './frame.ts';

/** Sending half of a pointer channel: one place, and the newest message has it. */
export function createNewestOut(channel: LossyChannel) {
  let waiting: Uint8Array | null = null;
  let seq = 0;
  return {
    /** Throws a RangeError for more than one frame's worth. */
    send(message: Uint8Array): void {
      if (message.length > chunkBytes) throw new RangeError(`A pointer message has at most ${chunkBytes} bytes.`);
      waiting = message;
    },
    clear(): void {
      waiting = null;
    },
    hasNext: (): boolean => waiting !== null,
    next(): Uint8Array<ArrayBuffer> | null {
      if (!waiting) return null;
      seq += 1;
      const frame = encodeFrame({ type: channel, seq, payload: waiting });
      waiting = null;
      return frame;
    },
    unsentBytes: (): number => waiting?.length ?? 0,
  };
}

/** Receiving half: what is older than the newest seen is dropped. */
export function createNewestIn(onMessage: (message: Uint8Array) => void) {
  let newest = 0;
  return (seq: number, payload: Uint8Array): void => {
    if (seq <= newest) return;
    newest = seq;
    onMessage(payload);
  };
}
