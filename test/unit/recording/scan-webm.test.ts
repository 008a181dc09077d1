import { expect, test } from 'vitest';
import { ids, joinBytes, numberBytes, writeElement } from '../../../shared/recording/webm/ebml.ts';
import { createWebmScanner, WebmTooManyPieces } from '../../../shared/recording/webm/scan-webm.ts';
import { piecesOf, seekableWebm } from '../../../shared/recording/webm/seekable-webm.ts';

const unknownSize = Uint8Array.of(0x1f, 0x43, 0xb6, 0x75, 0xff);
const timestamp = (at: number) => writeElement(ids.timestamp, numberBytes(at));
const block = writeElement(ids.simpleBlock, Uint8Array.of(0x81, 0, 0, 0x80, 1, 2, 3));
const tracks = writeElement(
  ids.tracks,
  writeElement(
    ids.trackEntry,
    writeElement(ids.trackNumber, Uint8Array.of(1)),
    writeElement(ids.trackType, Uint8Array.of(2)),
  ),
);
const cluster = (at: number) => joinBytes([unknownSize, timestamp(at), block]);
/** It says that it is longer than it is, so nothing of it is whole. */
const torn = joinBytes([writeElement(ids.cluster).slice(0, 4), Uint8Array.of(0x41, 0x00), timestamp(0)]);

test('clusters with a gap between them are each found, and their cues point at them', () => {
  const scanner = createWebmScanner();
  scanner.push(tracks);
  const kept = [tracks];
  for (let at = 0; at < 4; at += 1) {
    const bytes = cluster(at * 1_000);
    scanner.push(bytes);
    kept.push(bytes);
    const half = torn.slice(0, 6);
    scanner.push(half);
    kept.push(half);
    scanner.gap();
  }
  const index = scanner.index();
  expect(index.clusters.map(({ at }) => at)).toEqual([0, 1_000, 2_000, 3_000]);
  expect(index.ranges.length).toBe(4);
  const file = seekableWebm(index);
  const all = joinBytes(kept);
  const whole = joinBytes(
    piecesOf(file ?? { head: new Uint8Array(), ranges: [], length: 0 }, 0, file?.length ?? 0).map((piece) =>
      'head' in piece ? piece.head : all.subarray(piece.from, piece.to),
    ),
  );
  const again = createWebmScanner();
  again.push(whole);
  expect(again.index().clusters.map(({ at }) => at)).toEqual([0, 1_000, 2_000, 3_000]);
});

test('bytes that are lost keep their place', () => {
  const scanner = createWebmScanner();
  scanner.push(joinBytes([tracks, cluster(1)]));
  scanner.gap(500);
  scanner.push(cluster(2));
  const { ranges } = scanner.index();
  const first = tracks.length + cluster(1).length;
  expect(ranges).toEqual([
    [tracks.length, first],
    [first + 500, first + 500 + cluster(2).length],
  ]);
});

test('what is empty is not kept, however much of it there is', () => {
  const scanner = createWebmScanner();
  scanner.push(tracks);
  scanner.push(cluster(7));
  for (let count = 0; count < 120_000; count += 1) {
    scanner.gap();
    scanner.push(torn);
  }
  const { clusters, ranges } = scanner.index();
  expect([clusters.map(({ at }) => at), ranges.length]).toEqual([[7], 1]);
});

test('more pieces than a recorder makes are refused', () => {
  const apart = createWebmScanner();
  apart.push(tracks);
  expect(() => {
    for (let at = 0; at < 50_000; at += 1) {
      apart.push(joinBytes([cluster(at), Uint8Array.of(0)]));
      apart.gap();
    }
  }).toThrow(WebmTooManyPieces);
  const together = createWebmScanner();
  const thousand = joinBytes([tracks, ...Array.from({ length: 1_000 }, (_none, at) => cluster(at))]);
  expect(() => {
    for (let count = 0; count < 101; count += 1)
      together.push(count === 0 ? thousand : thousand.subarray(tracks.length));
  }).toThrow(WebmTooManyPieces);
});

test('a scale that is no number of WebM breaks nothing', () => {
  const scanner = createWebmScanner();
  const scale = writeElement(ids.timestampScale, new Uint8Array(600).fill(255));
  scanner.push(joinBytes([writeElement(ids.info, scale), tracks, cluster(1)]));
  expect(() => seekableWebm(scanner.index())).not.toThrow();
});
