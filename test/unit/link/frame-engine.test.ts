import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Channel, channels } from '../../../shared/browser/link/contract.ts';
import {
  chunkBytes,
  decodeFrame,
  encodeFrame,
  forEachOrdered,
  orderedChannels,
} from '../../../shared/browser/link/frame.ts';
import { createFrameEngine } from '../../../shared/browser/link/frame-engine.ts';
import type { FramePath } from '../../../shared/browser/link/frame-path.ts';
import { filePieceSentBytes } from '../../../shared/protocol/file.ts';
import { limits } from '../../../shared/protocol/limits.ts';

/** An engine, the frames that it has put on its path, and what it has been given. */
function side() {
  let time = 0;
  const wire: Uint8Array<ArrayBuffer>[] = [];
  const soon: (() => void)[] = [];
  const waits: number[] = [];
  const got: { channel: Channel; message: Uint8Array }[] = [];
  const drained: Channel[] = [];
  const roundTrips: number[] = [];
  const engine = createFrameEngine({
    now: () => time,
    soon(run, afterMs) {
      soon.push(run);
      waits.push(afterMs);
    },
    onMessage: (channel, message) => void got.push({ channel, message }),
    onDrained: (channel) => void drained.push(channel),
    onRoundTrip: (ms) => void roundTrips.push(ms),
  });
  const newPath = (room = () => true): FramePath => ({
    kind: 'relay',
    windowBytes: limits.bufferedHighBytes,
    ready: room,
    send: (frame) => void wire.push(frame.slice()),
    lossyReady: room,
    sendLossy: (frame) => void wire.push(frame),
  });
  const path = newPath();
  return {
    engine,
    wire,
    got,
    drained,
    roundTrips,
    waits,
    path,
    newPath,
    pass: (ms: number) => (time += ms),
    acknowledge: () => soon.splice(0).forEach((run) => run()),
    numbers: (channel: Channel) => got.filter((one) => one.channel === channel).map(({ message }) => read(message)),
  };
}
type Side = ReturnType<typeof side>;

const numbered = (number: number, length = 4) => {
  const message = new Uint8Array(length);
  new DataView(message.buffer).setUint32(0, number);
  return message;
};
const read = (message: Uint8Array) => new DataView(message.buffer, message.byteOffset).getUint32(0);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

function pair() {
  const [a, b] = [side(), side()];
  a.engine.usePath(a.path);
  b.engine.usePath(b.path);
  return [a, b] as const;
}

/** Carries all frames, in order, until both are silent. */
function carry(a: Side, b: Side): void {
  while (a.wire.length + b.wire.length > 0) {
    for (const frame of a.wire.splice(0)) b.engine.receive(frame, b.path);
    for (const frame of b.wire.splice(0)) a.engine.receive(frame, a.path);
    a.acknowledge();
    b.acknowledge();
  }
}

function settle(a: Side, b: Side): void {
  for (let second = 0; second < 4; second += 1) {
    for (const one of [a, b]) {
      one.pass(1_000);
      one.engine.ping();
    }
    carry(a, b);
  }
}

test('under any loss, doubling and reordering each ordered message arrives once and in order', () => {
  const step = fc.record({
    send: fc.array(fc.constantFrom(...orderedChannels), { maxLength: 5 }),
    loss: fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }),
    change: fc.constantFrom('none', 'none', 'none', 'path', 'ping'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.integer(), (steps, seed) => {
      const [a, b] = pair();
      const sent = forEachOrdered(() => 0);
      const late: [Uint8Array<ArrayBuffer>, Side][] = [];
      steps.forEach(({ send, loss, change }, index) => {
        for (const channel of send) {
          for (const one of [a, b])
            one.engine.send(channel, numbered(sent[channel], channel.endsWith('asset') ? chunkBytes + 9 : 4));
          sent[channel] += 1;
        }
        if (change === 'path') a.engine.usePath(a.path);
        if (change === 'ping') b.engine.ping();
        const moving: [Uint8Array<ArrayBuffer>, Side][] = [
          ...late.splice(0, 3),
          ...a.wire.splice(0).map((frame): [Uint8Array<ArrayBuffer>, Side] => [frame, b]),
          ...b.wire.splice(0).map((frame): [Uint8Array<ArrayBuffer>, Side] => [frame, a]),
        ];
        moving.forEach(([frame, to], place) => {
          const fate = loss[(place + index + Math.abs(seed)) % loss.length] ?? 0;
          if (fate < 3) return;
          if (fate === 3 || fate === 4) late.push([frame, to]);
          if (fate !== 4) to.engine.receive(frame, to.path);
        });
        a.acknowledge();
        b.acknowledge();
      });
      settle(a, b);
      for (const channel of orderedChannels) {
        expect(a.numbers(channel)).toEqual(upTo(sent[channel]));
        expect(b.numbers(channel)).toEqual(upTo(sent[channel]));
        expect(a.engine.unsent(channel)).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('a lost frame goes again as soon as a pong shows that it is lost', () => {
  const [a, b] = pair();
  carry(a, b);
  for (const number of upTo(5)) a.engine.send('control', numbered(number));
  a.wire.splice(1, 1);
  carry(a, b);
  expect(b.numbers('control')).toEqual([0]);
  a.engine.ping();
  carry(a, b);
  expect(b.numbers('control')).toEqual(upTo(5));
});

test('frames that are only slow are not sent twice, however often is pinged', () => {
  const [a, b] = pair();
  carry(a, b);
  for (const number of upTo(8)) a.engine.send('mirror', numbered(number, 1000));
  for (let second = 0; second < 30; second += 1) {
    a.pass(1_000);
    a.engine.ping();
  }
  expect(a.wire.filter((frame) => decodeFrame(frame)?.type === 'data')).toHaveLength(8);
  carry(a, b);
  expect(b.numbers('mirror')).toEqual(upTo(8));
});

test('a message of 5 MB arrives whole, in chunks of at most 64 KiB', () => {
  const [a, b] = pair();
  const message = crypto.getRandomValues(new Uint8Array(65_536));
  const large = new Uint8Array(5_000_000).map((_, index) => message[index % 65_521] ?? 0);
  let longest = 0;
  a.engine.send('mirror', large);
  while (a.wire.length > 0) {
    for (const frame of a.wire.splice(0)) {
      longest = Math.max(longest, frame.length);
      b.engine.receive(frame, b.path);
    }
    b.acknowledge();
    for (const frame of b.wire.splice(0)) a.engine.receive(frame, a.path);
  }
  expect(longest).toBeLessThanOrEqual(64 * 1024);
  expect(b.got).toHaveLength(1);
  expect(Buffer.compare(b.got[0]?.message ?? new Uint8Array(), large)).toBe(0);
});

test('an empty message is a message', () => {
  const [a, b] = pair();
  a.engine.send('control', new Uint8Array());
  carry(a, b);
  expect(b.got).toEqual([{ channel: 'control', message: new Uint8Array() }]);
});

test('not more than the window is on a path that acknowledges nothing, and unsent tells the rest', () => {
  const [a] = pair();
  for (const number of upTo(100)) a.engine.send('mirror', numbered(number, 50_000));
  const data = a.wire.filter((frame) => decodeFrame(frame)?.type === 'data');
  const bytes = data.reduce((total, frame) => total + frame.length, 0);
  expect(bytes).toBeLessThanOrEqual(limits.bufferedHighBytes);
  expect(bytes).toBeGreaterThan(limits.bufferedHighBytes / 2);
  expect(a.engine.unsent('mirror')).toBe(5_000_000);
});

test('input passes a window that the mirror has filled, and assets leave room for the mirror', () => {
  const [a] = pair();
  for (const number of upTo(40)) a.engine.send('asset', numbered(number, 50_000));
  const assets = a.wire.length;
  expect(assets * 50_000).toBeLessThanOrEqual(limits.bufferedHighBytes / 4 + 50_000);
  for (const number of upTo(40)) a.engine.send('mirror', numbered(number, 50_000));
  const withMirror = a.wire.length;
  expect(withMirror).toBeGreaterThan(assets + 10);
  a.engine.send('control', numbered(1));
  const last = a.wire.at(-1);
  expect(last && decodeFrame(last)).toMatchObject({ type: 'data', channel: 'control' });
});

test('files have a window of their own: they fill it in large frames, and the mirror has all of its own', () => {
  const [a] = pair();
  const isData = (frame: Uint8Array) => decodeFrame(frame)?.type === 'data';
  for (const number of upTo(20)) a.engine.send('file', numbered(number, filePieceSentBytes));
  const files = a.wire.filter(isData);
  expect(files).toHaveLength(8);
  for (const number of upTo(40)) a.engine.send('mirror', numbered(number, 50_000));
  const mirror = a.wire.filter(isData).slice(files.length);
  expect(mirror.reduce((sum, frame) => sum + frame.length, 0)).toBeGreaterThan(limits.bufferedHighBytes - chunkBytes);
});

test('an acknowledgement that a large frame makes due covers that frame', () => {
  const [a, b] = pair();
  a.engine.send('folder', numbered(1, filePieceSentBytes));
  for (const frame of a.wire.splice(0)) b.engine.receive(frame, b.path);
  expect(b.numbers('folder')).toEqual([1]);
  for (const frame of b.wire.splice(0)) a.engine.receive(frame, a.path);
  expect(a.engine.unsent('folder')).toBe(0);
});

test('acknowledgements of control and the mirror wait until what is pressed has had its effect; others do not', () => {
  const [a, b] = pair();
  carry(a, b);
  for (const channel of ['screen', 'control', 'mirror', 'file'] as const) {
    b.waits.length = 0;
    a.engine.send(channel, numbered(1));
    carry(a, b);
    const [waits] = b.waits;
    expect(waits).toBe({ screen: 10, control: 50, mirror: 50, file: 100 }[channel]);
    expect(a.engine.unsent(channel)).toBe(0);
  }
});

test('pieces of a file share one acknowledgement of three, and the last are not left waiting', () => {
  const [a, b] = pair();
  carry(a, b);
  for (const number of upTo(8)) a.engine.send('file', numbered(number, filePieceSentBytes));
  for (const frame of a.wire.splice(0)) b.engine.receive(frame, b.path);
  const acks = b.wire.splice(0);
  expect(acks.map((frame) => decodeFrame(frame)?.type)).toEqual(['acks', 'acks']);
  for (const frame of acks) a.engine.receive(frame, a.path);
  expect(a.engine.unsent('file')).toBe(2 * filePieceSentBytes);
  b.acknowledge();
  for (const frame of b.wire.splice(0)) a.engine.receive(frame, a.path);
  expect(a.engine.unsent('file')).toBe(0);
});

test('a small message needs room for itself only', () => {
  const [a] = pair();
  for (const number of upTo(7)) a.engine.send('mirror', numbered(number, 60_000));
  a.wire.length = 0;
  a.engine.send('folder', numbered(1, 100));
  expect(a.wire).toHaveLength(1);
});

test('what waits leaves in the order control, screen, media, pointer, drawings, patches, mirror, details, clipboard, folder, asset, of both pages, and last file', () => {
  const one = side();
  let room = false;
  const path = one.newPath(() => room);
  one.engine.usePath(path);
  for (const channel of channels.toReversed()) one.engine.send(channel, numbered(1));
  room = true;
  one.engine.pump();
  const order = one.wire.map(decodeFrame).flatMap((frame) => {
    if (frame?.type === 'pointer' || frame?.type === 'host-pointer') return [frame.type];
    return frame?.type === 'data' ? [frame.channel] : [];
  });
  expect(order.map((channel) => channel.replace('host-', ''))).toEqual(
    [
      ...['control', 'screen', 'media', 'pointer', 'draw', 'screen-draw', 'screen-patch', 'mirror'],
      ...['details', 'clipboard', 'folder', 'asset', 'file'],
    ].flatMap((channel) =>
      ['media', 'screen', 'screen-draw', 'screen-patch', 'details', 'clipboard', 'folder', 'file'].includes(channel)
        ? [channel]
        : [channel, channel],
    ),
  );
  expect(new Set(order)).toEqual(new Set(channels));
});

test('of the pointer only the newest waits, and an older one that comes late is dropped', () => {
  const [a, b] = [side(), side()];
  let room = false;
  a.engine.usePath(a.newPath(() => room));
  b.engine.usePath(b.path);
  for (const number of upTo(10)) a.engine.send('pointer', numbered(number));
  room = true;
  a.engine.pump();
  carry(a, b);
  expect(b.numbers('pointer')).toEqual([9]);
  b.engine.receive(encodeFrame({ type: 'pointer', seq: 1, payload: numbered(5) }), b.path);
  b.engine.receive(encodeFrame({ type: 'pointer', seq: 3, payload: numbered(11) }), b.path);
  b.engine.receive(encodeFrame({ type: 'pointer', seq: 2, payload: numbered(10) }), b.path);
  expect(b.numbers('pointer')).toEqual([9, 11]);
});

test('clear forgets what is not yet cut, and the other side forgets the half of a message', () => {
  const [a, b] = pair();
  a.engine.send('mirror', new Uint8Array(3_000_000));
  a.engine.send('mirror', numbered(1));
  a.engine.clear('mirror');
  expect(a.engine.unsent('mirror')).toBeLessThanOrEqual(limits.bufferedHighBytes);
  a.engine.send('mirror', numbered(2));
  carry(a, b);
  expect(b.numbers('mirror')).toEqual([2]);
});

test('what was lost on the way before a clear does not go again, and what follows arrives', () => {
  const [a, b] = pair();
  a.engine.send('mirror', numbered(1));
  a.engine.send('mirror', new Uint8Array(200_000).fill(7));
  a.engine.clear('mirror');
  a.engine.send('mirror', numbered(2));
  a.wire.splice(0);
  a.engine.usePath(a.newPath());
  const again = a.wire.flatMap((bytes) => {
    const frame = decodeFrame(bytes);
    return frame?.type === 'data' ? [frame.payload.length] : [];
  });
  expect(again).toEqual([0, 0, 0, 0, 0, 4]);
  carry(a, b);
  expect(b.numbers('mirror')).toEqual([2]);
});

test('drained is told once, when the unacknowledged bytes fall below the low mark', () => {
  const [a, b] = pair();
  for (const number of upTo(40)) a.engine.send('mirror', numbered(number, 50_000));
  expect(a.drained).toEqual([]);
  carry(a, b);
  expect(a.drained).toEqual(['mirror']);
});

test('the round trip is the time from ping to pong', () => {
  const [a, b] = pair();
  carry(a, b);
  a.engine.ping();
  a.pass(37);
  carry(a, b);
  expect(a.roundTrips.at(-1)).toBe(37);
  expect(a.engine.unheardPings()).toBe(0);
  for (let second = 0; second < 5; second += 1) a.engine.ping();
  expect(a.engine.unheardPings()).toBe(5);
});

test('a sender that lies about lengths cannot make a message above 64 MiB', () => {
  const b = side();
  b.engine.usePath(b.path);
  const part = new Uint8Array(chunkBytes);
  for (let seq = 0; seq < 1100; seq += 1) {
    const payload = seq % 2 ? part : part.subarray(0, 1);
    b.engine.receive(encodeFrame({ type: 'data', channel: 'asset', seq, part: 'more', payload }), b.path);
  }
  b.engine.receive(encodeFrame({ type: 'data', channel: 'asset', seq: 1100, part: 'last', payload: part }), b.path);
  b.engine.receive(
    encodeFrame({ type: 'data', channel: 'asset', seq: 1101, part: 'last', payload: numbered(8) }),
    b.path,
  );
  expect(b.numbers('asset')).toEqual([8]);
  expect(() => b.engine.send('asset', new Uint8Array(64 * 1024 * 1024 + 1))).toThrow(RangeError);
});
