import { expect, test } from 'vitest';
import { decodePatch, encodePatch } from '../../../../shared/browser/screen/patches/patch-message.ts';
import { patchLimits } from '../../../../shared/protocol/patch-limits.ts';
import type { PatchPut } from '../../../../shared/protocol/screen-patch.ts';

const part = { x: 0, y: 0, width: 16, height: 16 };
const put: PatchPut = {
  type: 'patch.put',
  grant: 'grant-grant-grant-gran',
  stream: 'stream',
  size: { width: 1920, height: 1080 },
  format: 'I420',
  colours: { primaries: 'bt709', transfer: null, matrix: 'bt709', fullRange: false },
  parts: [part],
};
const taken = (header: PatchPut) => decodePatch(encodePatch(header)) !== null;

test('[C12] a message comes back as it was', () => {
  const pixels = Uint8Array.of(1, 2, 3);
  expect(decodePatch(encodePatch(put, pixels))).toEqual({ header: put, pixels });
  const clear = { type: 'patch.clear', grant: put.grant, stream: put.stream } as const;
  expect(decodePatch(encodePatch(clear))?.header).toEqual(clear);
});

test('[C12] what lies beside the picture, is too large or too much is refused', () => {
  const { width, height } = put.size;
  expect(taken(put)).toBe(true);
  expect(taken({ ...put, parts: [{ ...part, x: width - 15 }] })).toBe(false);
  expect(taken({ ...put, parts: [{ ...part, y: -16 }] })).toBe(false);
  expect(taken({ ...put, parts: [{ x: 0, y: 0, width, height }] })).toBe(false);
  expect(taken({ ...put, parts: Array.from({ length: patchLimits.parts + 1 }, () => part) })).toBe(false);
  expect(taken({ ...put, parts: [] })).toBe(false);
  expect(taken({ ...put, size: { width: patchLimits.side, height: patchLimits.side } })).toBe(false);
});

test('[C12] bytes that are none of ours are refused', () => {
  const message = encodePatch(put);
  expect(decodePatch(new Uint8Array())).toBeNull();
  expect(decodePatch(message.subarray(0, message.length - 1))).toBeNull();
  expect(decodePatch(new Uint8Array(patchLimits.messageBytes + 1))).toBeNull();
});
