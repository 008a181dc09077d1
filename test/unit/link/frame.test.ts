import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFileMessage } from '../../../shared/browser/files/file-wire.ts';
import {
  chunkBytes,
  decodeFrame,
  encodeFrame,
  fileChunkBytes,
  forEachOrdered,
  type Frame,
  orderedChannels,
} from '../../../shared/browser/link/frame.ts';
import { filePieceSentBytes } from '../../../shared/protocol/file.ts';

const u32 = fc.nat({ max: 2 ** 32 - 1 });
const payload = fc.uint8Array({ maxLength: 200 });
const acks = fc.record(forEachOrdered(() => u32));
const frames: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({
    type: fc.constant('data' as const),
    channel: fc.constantFrom(...orderedChannels),
    seq: u32,
    part: fc.constantFrom('more' as const, 'last' as const, 'abandoned' as const),
    payload,
  }),
  fc.record({ type: fc.constantFrom('pointer' as const, 'host-pointer' as const), seq: u32, payload }),
  fc.record({ type: fc.constant('acks' as const), acks }),
  fc.record({ type: fc.constant('ping' as const), id: u32 }),
  fc.record({ type: fc.constant('pong' as const), id: u32, acks }),
);

test('a frame that is written and read is the same frame', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
    }),
  );
});

test('bytes that are no frame are null and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const frame = decodeFrame(bytes);
      if (frame) expect(encodeFrame(frame)).toEqual(bytes);
    }),
  );
});

test('a full chunk with its header, seal, tag and address stays within 64 KiB', () => {
  const frame = encodeFrame({
    type: 'data',
    channel: 'mirror',
    seq: 0,
    part: 'more',
    payload: new Uint8Array(chunkBytes),
  });
  expect(frame.length + 12 + 16 + 4 + 22).toBeLessThanOrEqual(64 * 1024);
});

test('a full chunk of a file with all of that stays within the 256 KiB that a data channel takes, and a piece within it', () => {
  const line = encodeFileMessage(
    { type: 'file.piece', fileId: 'f'.repeat(22), round: 2 ** 31, at: Number.MAX_SAFE_INTEGER },
    new Uint8Array(filePieceSentBytes),
  );
  expect(line.length).toBeLessThanOrEqual(fileChunkBytes);
  const frame = encodeFrame({
    type: 'data',
    channel: 'file',
    seq: 0,
    part: 'last',
    payload: new Uint8Array(fileChunkBytes),
  });
  expect(frame.length + 12 + 16 + 4 + 22).toBeLessThanOrEqual(256 * 1024);
});

test('[L7] channels keep their places on the wire, and new ones come after them', () => {
  expect(orderedChannels.slice(0, 6)).toEqual([
    'control',
    'mirror',
    'asset',
    'host-control',
    'host-mirror',
    'host-asset',
  ]);
  const first = (frame: Frame) => [...encodeFrame(frame).subarray(0, 2)];
  const data = { type: 'data', part: 'last', seq: 0, payload: new Uint8Array() } as const;
  expect(orderedChannels.map((channel) => first({ ...data, channel }))).toEqual(
    orderedChannels.map((_channel, index) => [1, index]),
  );
});
