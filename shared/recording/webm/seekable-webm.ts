import { floatBytes, idBytes, ids, joinBytes, numberBytes, sizeBytes, writeElement } from './ebml.ts';
import type { WebmIndex } from './scan-webm.ts';

/** A file that can be moved about in: this head, and after it the ranges of what was recorded. */
export interface SeekableWebm {
  head: Uint8Array;
  ranges: readonly (readonly [from: number, to: number])[];
  /** Of all. */
  length: number;
}

const one = Uint8Array.of(1);
const text = (ascii: string) => Uint8Array.from(ascii, (letter) => letter.charCodeAt(0));

const ebmlHead = writeElement(
  ids.ebml,
  writeElement(0x4286, one),
  writeElement(0x42f7, one),
  writeElement(0x42f2, Uint8Array.of(4)),
  writeElement(0x42f3, Uint8Array.of(8)),
  writeElement(0x4282, text('webm')),
  writeElement(0x4287, Uint8Array.of(4)),
  writeElement(0x4285, Uint8Array.of(2)),
);

/**
 * MediaRecorder writes neither how long it is nor where what is, so nobody can move about in its files. Here both are
 * said before what it wrote, which stays as it is. Null: there is nothing to play.
 */
export function seekableWebm({ tracks, scale, clusters, ranges, endsAt }: WebmIndex): SeekableWebm | null {
  if (!tracks || clusters.length === 0) return null;
  const ticks = (ms: number) => Math.round((ms * 1_000_000) / scale);
  const info = writeElement(
    ids.info,
    writeElement(ids.timestampScale, numberBytes(scale)),
    writeElement(0x4489, floatBytes(ticks(endsAt))),
    writeElement(0x4d80, text('Beside')),
    writeElement(0x5741, text('Beside')),
  );
  const keys = clusters.filter(({ isKey }, index) => isKey || index === 0);
  // All numbers take eight bytes: the cues are as long whatever they say.
  const cues = (places: readonly number[]) =>
    writeElement(
      ids.cues,
      joinBytes(
        keys.map(({ at }, index) =>
          writeElement(
            0xbb,
            writeElement(0xb3, numberBytes(ticks(at))),
            writeElement(0xb7, writeElement(0xf7, one), writeElement(0xf1, numberBytes(places[index] ?? 0))),
          ),
        ),
      ),
    );
  const before = info.length + tracks.length + cues([]).length;
  const kept = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  const segment = joinBytes([idBytes(ids.segment), sizeBytes(before + kept)]);
  const head = joinBytes([ebmlHead, segment, info, tracks, cues(placesOf(keys, ranges, before))]);
  return { head, ranges, length: head.length + kept };
}

/** Where these lie behind `before` bytes, once only the ranges are left. Both in the order of their bytes. */
function placesOf(keys: WebmIndex['clusters'], ranges: WebmIndex['ranges'], before: number): number[] {
  let index = 0;
  let place = before;
  return keys.map(({ from }) => {
    for (let range = ranges[index]; range && range[1] <= from; range = ranges[index]) {
      place += range[1] - range[0];
      index += 1;
    }
    return place + from - (ranges[index]?.[0] ?? from);
  });
}

/** Where bytes `from` to before `to` of it come from: its head, or what was recorded. */
export function piecesOf(
  { head, ranges }: SeekableWebm,
  from: number,
  to: number,
): ({ head: Uint8Array } | { from: number; to: number })[] {
  const pieces: ({ head: Uint8Array } | { from: number; to: number })[] = [];
  if (from < head.length) pieces.push({ head: head.subarray(from, to) });
  let place = head.length;
  for (const [begin, end] of ranges) {
    const first = Math.max(from, place);
    const last = Math.min(to, place + end - begin);
    if (first < last) pieces.push({ from: begin + first - place, to: begin + last - place });
    place += end - begin;
  }
  return pieces;
}
