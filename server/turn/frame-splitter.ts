import { padded, stunHeaderBytes } from './stun-message.ts';

/** Channels are numbered from here (RFC 8656 §12). */
export const firstChannel = 0x4000;
export const lastChannel = 0x4fff;
export const channelHeaderBytes = 4;

export type TurnFrame =
  | { type: 'stun'; bytes: Buffer }
  | { type: 'channel'; channel: number; data: Buffer }
  | { type: 'broken' };

export interface FrameSplitter {
  /** The frames that are whole now. After a broken one there is nothing to be understood any more. */
  push(chunk: Buffer): TurnFrame[];
}

/** Cuts a byte stream into TURN's frames (RFC 8656 §12.5). Holds less than one frame of at most `maxBytes`. */
export function createFrameSplitter(maxBytes: number): FrameSplitter {
  let rest: Buffer = Buffer.alloc(0);

  function next(bytes: Buffer): { frame: TurnFrame; length: number } | null {
    if (bytes.length < channelHeaderBytes) return null;
    const first = bytes.readUInt16BE(0);
    const stun = first < firstChannel;
    const size = (stun ? stunHeaderBytes : channelHeaderBytes) + bytes.readUInt16BE(2);
    if (first > lastChannel || size > maxBytes) return { frame: { type: 'broken' }, length: bytes.length };
    const length = padded(size);
    if (bytes.length < length) return null;
    const frame: TurnFrame = stun
      ? { type: 'stun', bytes: bytes.subarray(0, length) }
      : { type: 'channel', channel: first, data: bytes.subarray(channelHeaderBytes, size) };
    return { frame, length };
  }

  return {
    push(chunk) {
      const frames: TurnFrame[] = [];
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let found = next(rest); found !== null; found = next(rest)) {
        frames.push(found.frame);
        rest = rest.subarray(found.length);
      }
      // A copy, or a few bytes would keep the whole chunk.
      rest = Buffer.from(rest);
      return frames;
    },
  };
}

export function encodeChannelData(channel: number, data: Buffer): Buffer {
  const frame = Buffer.alloc(channelHeaderBytes + padded(data.length));
  frame.writeUInt16BE(channel, 0);
  frame.writeUInt16BE(data.length, 2);
  data.copy(frame, channelHeaderBytes);
  return frame;
}
