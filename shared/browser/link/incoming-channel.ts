import { concat } from './concat.ts';
import { chunkBytes, type Frame } from './frame.ts';
import { maxMessageBytes } from './outgoing-channel.ts';

type DataFrame = Extract<Frame, { type: 'data' }>;

/** How far ahead of the missing frame others are kept; an honest sender stays below both. */
const aheadFrames = 16_384;
const aheadBytes = 8 * 1024 * 1024;
const maxParts = Math.ceil(maxMessageBytes / chunkBytes);

/**
 * Receiving half of an ordered channel: each frame counts once, in order; whole messages come out.
 * What does not fit is dropped unacknowledged, so that it comes again.
 */
export function createIncomingChannel(onMessage: (message: Uint8Array) => void) {
  let expected = 0;
  const ahead = new Map<number, DataFrame>();
  let heldBytes = 0;
  let parts: Uint8Array[] = [];
  let partsBytes = 0;
  let oversized = false;

  function forgetParts(): void {
    parts = [];
    partsBytes = 0;
    oversized = false;
  }

  function take({ part, payload }: DataFrame): void {
    expected += 1;
    if (part === 'abandoned') {
      forgetParts();
      return;
    }
    partsBytes += payload.length;
    oversized ||= partsBytes > maxMessageBytes || parts.length >= maxParts;
    if (oversized) parts = [];
    else parts.push(payload);
    if (part === 'more') return;
    const message = oversized ? null : parts.length === 1 ? payload : concat(...parts);
    forgetParts();
    if (message) onMessage(message);
  }

  return {
    accept(frame: DataFrame): void {
      if (frame.seq > expected) {
        const fits = frame.seq - expected <= aheadFrames && heldBytes + frame.payload.length <= aheadBytes;
        if (!fits || ahead.has(frame.seq)) return;
        ahead.set(frame.seq, frame);
        heldBytes += frame.payload.length;
        return;
      }
      if (frame.seq < expected) return;
      take(frame);
      for (let next = ahead.get(expected); next; next = ahead.get(expected)) {
        ahead.delete(next.seq);
        heldBytes -= next.payload.length;
        take(next);
      }
    },

    /** All frames before this one have arrived. */
    expected: (): number => expected,
  };
}
