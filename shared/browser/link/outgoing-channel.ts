import {
  chunkBytes as smallChunkBytes,
  chunkBytesOf,
  encodeFrame,
  fileFrameBytes,
  movesFiles,
  type OrderedChannel,
} from './frame.ts';
import { letGo } from './let-go.ts';
import { ownBytes } from './own-bytes.ts';

export const maxMessageBytes = 64 * 1024 * 1024;

interface Sent {
  seq: number;
  frame: Uint8Array<ArrayBuffer>;
  payloadBytes: number;
}

/**
 * Sending half of an ordered channel: cuts messages into numbered frames no sooner than they can leave,
 * and keeps each frame until the other side has it.
 */
export function createOutgoingChannel(channel: OrderedChannel) {
  const chunkBytes = chunkBytesOf(channel);
  const isOwned = movesFiles(channel);
  let queue: Uint8Array[] = [];
  let queuedBytes = 0;
  /** How much of the first queued message is cut already. */
  let cutBytes = 0;
  /** Not acknowledged, oldest first; those before `position` are on the present path. */
  const kept: Sent[] = [];
  let position = 0;
  const spare: ArrayBuffer[] = [];
  let keptBytes = 0;
  let onPathBytes = 0;
  let nextSeq = 0;
  let abandoning = false;

  /** Those of files take turns in as many memories as are on their way: they would be garbage by the megabyte. */
  const memoryFor = (payload: Uint8Array) =>
    payload.length > smallChunkBytes ? (spare.pop() ?? new ArrayBuffer(fileFrameBytes)) : undefined;

  function abandoned(seq: number): Uint8Array<ArrayBuffer> {
    return encodeFrame({ type: 'data', channel, seq, part: 'abandoned', payload: new Uint8Array() });
  }

  function keep(part: 'more' | 'last' | 'abandoned', payload: Uint8Array): void {
    kept.push({
      seq: nextSeq,
      frame: encodeFrame({ type: 'data', channel, seq: nextSeq, part, payload }, memoryFor(payload)),
      payloadBytes: payload.length,
    });
    keptBytes += payload.length;
    nextSeq += 1;
  }

  function cut(): void {
    if (abandoning) {
      abandoning = false;
      keep('abandoned', new Uint8Array());
      return;
    }
    const message = queue[0];
    if (!message) return;
    const payload = message.subarray(cutBytes, cutBytes + chunkBytes);
    cutBytes += payload.length;
    queuedBytes -= payload.length;
    const last = cutBytes >= message.length;
    keep(last ? 'last' : 'more', payload);
    if (!last) return;
    queue.shift();
    cutBytes = 0;
    if (isOwned) letGo(ownBytes(message));
  }

  return {
    /** The message must not be changed afterwards; one that moves files is gone once it has left. Throws a RangeError above 64 MiB. */
    send(message: Uint8Array): void {
      if (message.length > maxMessageBytes) throw new RangeError(`A message has at most ${maxMessageBytes} bytes.`);
      queue.push(message);
      queuedBytes += message.length;
    },

    /**
     * Forgets what is not yet cut; of a message cut in part the other side is told to forget the parts.
     * Frames that have left keep their numbers, but should they have to go again, they go empty.
     */
    clear(): void {
      for (const sent of kept) sent.frame = abandoned(sent.seq);
      if (cutBytes > 0) abandoning = true;
      queue = [];
      queuedBytes = 0;
      cutBytes = 0;
    },

    hasNext: (): boolean => position < kept.length || abandoning || queue.length > 0,
    /** Of the next frame. */
    nextBytes(): number {
      const sent = kept[position];
      if (sent) return sent.payloadBytes;
      return abandoning ? 0 : Math.min(chunkBytes, (queue[0]?.length ?? 0) - cutBytes);
    },

    /** The next frame for the present path: first what has to go again, then what is new. */
    next(): Uint8Array<ArrayBuffer> | null {
      if (position === kept.length) cut();
      const sent = kept[position];
      if (!sent) return null;
      position += 1;
      onPathBytes += sent.payloadBytes;
      return sent.frame;
    },

    /** The other side has all frames before `seq`. A number never sent is a lie and changes nothing. */
    acknowledge(seq: number): void {
      if (seq > nextSeq) return;
      const count = kept.findIndex((sent) => sent.seq >= seq);
      const gone = kept.splice(0, count === -1 ? kept.length : count);
      gone.forEach((sent, index) => {
        keptBytes -= sent.payloadBytes;
        if (index < position) onPathBytes -= sent.payloadBytes;
        if (sent.frame.buffer.byteLength === fileFrameBytes) spare.push(sent.frame.buffer);
      });
      position = Math.max(0, position - gone.length);
    },

    /** All that is not acknowledged goes again: it is lost, or the path is another. */
    rewind(): void {
      position = 0;
      onPathBytes = 0;
    },

    /** All frames before this number have been on the present path or are acknowledged. */
    reached: (): number => kept[position]?.seq ?? nextSeq,
    onPathBytes: (): number => onPathBytes,
    unsentBytes: (): number => queuedBytes + keptBytes,
  };
}
