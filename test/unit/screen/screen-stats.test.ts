import { expect, test } from 'vitest';
import {
  type Counted,
  countReport,
  repeatedBetween,
  statsBetween,
  wayOf,
} from '../../../shared/browser/screen/screen-stats.ts';

const report = (...entries: Record<string, unknown>[]): RTCStatsReport =>
  new Map(entries.map((entry, index) => [String(index), entry])) as unknown as RTCStatsReport;

test('what is sent and what arrives is counted from the browser’s own report', () => {
  const sent = countReport(
    report(
      { type: 'outbound-rtp', kind: 'audio', bytesSent: 9 },
      {
        type: 'outbound-rtp',
        kind: 'video',
        timestamp: 5,
        bytesSent: 100,
        framesEncoded: 3,
        frameWidth: 640,
        frameHeight: 480,
        qualityLimitationReason: 'bandwidth',
        qpSum: 300,
        packetsSent: 20,
        retransmittedPacketsSent: 2,
      },
      { type: 'media-source', framesPerSecond: 30 },
    ),
  );
  expect(sent).toMatchObject({
    at: 5,
    bytes: 100,
    frames: 3,
    width: 640,
    height: 480,
    limited: true,
    sourceFps: 30,
    coarseness: 300,
    packets: 20,
    repeated: 2,
  });
  const arrives = countReport(
    report({ type: 'inbound-rtp', kind: 'video', timestamp: 5, bytesReceived: 70, framesDecoded: 2 }),
  );
  expect(arrives).toMatchObject({ bytes: 70, frames: 2, width: 0, limited: false });
  expect(countReport(report({ type: 'transport' }))).toBeNull();
});

test('the way is the chosen pair, named by the transport or marked by Firefox', () => {
  const local = { id: 'l', type: 'local-candidate', candidateType: 'host' };
  const remote = { id: 'r', type: 'remote-candidate', candidateType: 'relay' };
  const pair = {
    id: 'p',
    type: 'candidate-pair',
    localCandidateId: 'l',
    remoteCandidateId: 'r',
    currentRoundTripTime: 0.02,
  };
  expect(wayOf(report(local, remote, pair, { type: 'transport', selectedCandidatePairId: 'p' }))).toEqual({
    path: 'relay',
    roundTripMs: 20,
  });
  expect(wayOf(report(local, { ...remote, candidateType: 'prflx' }, { ...pair, selected: true }))).toEqual({
    path: 'direct',
    roundTripMs: 20,
  });
  expect(wayOf(report(local, remote, pair))).toEqual({ path: null, roundTripMs: null });
  expect(wayOf(null)).toEqual({ path: null, roundTripMs: null });
});

test('two counts make rates; the delay is half the round trip and the wait before a frame is shown', () => {
  const before: Counted = {
    at: 1_000,
    bytes: 0,
    frames: 10,
    emitted: 10,
    waited: 1,
    width: 0,
    height: 0,
    limited: false,
    sourceFps: 0,
    coarseness: 0,
    packets: 0,
    repeated: 0,
  };
  const now = { ...before, at: 3_000, bytes: 250_000, frames: 60, emitted: 60, waited: 2, width: 1280, height: 800 };
  expect(statsBetween(before, now, { path: 'direct', roundTripMs: 10 })).toEqual({
    width: 1280,
    height: 800,
    fps: 25,
    kbps: 1000,
    path: 'direct',
    delayMs: 25,
  });
  expect(statsBetween(now, now, { path: null, roundTripMs: null })).toBeNull();
});

test('what was sent again is a share of all that was sent', () => {
  const before = { packets: 100, repeated: 10 };
  expect(repeatedBetween(before, { packets: 200, repeated: 60 })).toBe(0.5);
  expect(repeatedBetween(before, before)).toBe(0);
});
