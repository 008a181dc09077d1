import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  newTransfer,
  nextTransfer,
  type Transfer,
  type TransferEvent,
} from '../../../shared/browser/files/transfer.ts';

const hash = 'ab'.repeat(32);
const other = 'cd'.repeat(32);

function run(events: readonly TransferEvent[], size = 100) {
  let transfer = newTransfer(size);
  const effects: string[] = [];
  for (const event of events) {
    const [next, ...more] = nextTransfer(transfer, event);
    transfer = next;
    effects.push(...more);
  }
  return { transfer, effects };
}

const wanted: TransferEvent = { type: 'wanted', sha256: null };
const opened = (bytes: number): TransferEvent => ({ type: 'opened', bytes });
const turn: TransferEvent = { type: 'turn' };
const piece = (at: number, length: number, round = 1): TransferEvent => ({ type: 'piece', round, at, length });
const written = (upTo: number): TransferEvent => ({ type: 'written', upTo });
const ended = (sha256 = hash, round = 1): TransferEvent => ({ type: 'ended', round, sha256 });
const running = [wanted, opened(0), turn];
const whole = [...running, piece(0, 60), written(60), piece(60, 40), written(100), ended()];

test('[J6] a file is asked for from its first byte, each piece is written and confirmed, and the whole is compared', () => {
  const { transfer, effects } = run([...whole, { type: 'finished', sha256: hash }]);
  expect(effects).toEqual(['open', 'want', 'write', 'got', 'write', 'got', 'finish', 'received']);
  expect(transfer.phase).toBe('done');
});

test('[J6] while more is under way one word confirms several pieces, and the last of what has come is always confirmed', () => {
  const size = 250 * 1024;
  const pieces = [0, 1, 2, 3].map((at) => piece(at * size, size));
  const onDisk = [1, 2, 3, 4].map((count) => written(count * size));
  const toldAfter = (count: number) =>
    run([...running, ...pieces, ...onDisk.slice(0, count)], 10 * size).effects.filter((one) => one === 'got').length;
  expect([1, 2, 3, 4].map(toldAfter)).toEqual([0, 0, 1, 2]);
});

test('[J6] the hash may come before the last piece is on the disk', () => {
  const { transfer, effects } = run([...running, piece(0, 100), ended(), written(100)]);
  expect(effects.slice(-2)).toEqual(['got', 'finish']);
  expect(transfer.phase).toBe('checking');
});

test('[J6] what cannot be put together has failed, and goes on from what is kept when it is tried again', () => {
  const failed = [...whole, { type: 'store-failed', code: 'storage-failed' } as const];
  expect(run(failed).transfer).toMatchObject({ phase: 'failed', failure: 'storage-failed' });
  const { transfer, effects } = run([...failed, wanted, opened(100), turn, ended(hash, 2)]);
  expect([transfer.phase, transfer.failure]).toEqual(['checking', null]);
  expect(effects.slice(-3)).toEqual(['open', 'want', 'finish']);
});

test('[J6] after a lost link it goes on from the bytes that are here', () => {
  const lost = [...running, piece(0, 60), piece(60, 20), { type: 'lost' } as const, written(60), opened(80), turn];
  const { transfer, effects } = run(lost);
  expect([transfer.phase, transfer.bytes, transfer.asked, transfer.round]).toEqual(['running', 80, 80, 2]);
  expect(effects.slice(-2)).toEqual(['open', 'want']);
  expect(run([...lost, piece(80, 20, 1)]).transfer.asked).toBe(80);
  expect(run([...lost, piece(80, 20, 2)]).transfer.asked).toBe(100);
});

test('[J6] a pause stops its owner, keeps what is here, and goes on from there', () => {
  const paused = [...running, piece(0, 60), written(60), { type: 'paused' } as const];
  expect(run(paused).effects.at(-1)).toBe('stop');
  expect(run([...paused, piece(60, 10)]).transfer).toMatchObject({ phase: 'paused', bytes: 60 });
  expect(run([...paused, wanted, opened(60), turn]).transfer).toMatchObject({ phase: 'running', asked: 60, round: 2 });
});

test('[J6] a cancelled file leaves nothing', () => {
  const { transfer, effects } = run([...running, piece(0, 60), written(60), { type: 'cancelled' }]);
  expect(effects.slice(-3)).toEqual(['stop', 'wipe', 'close']);
  expect(transfer).toMatchObject({ phase: 'none', bytes: 0, asked: 0 });
});

test('[J7] what is not what its owner has is thrown away, tried once more from the first byte, and then given up', () => {
  const wrong = [...whole, { type: 'finished', sha256: other } as const];
  expect(run(wrong)).toMatchObject({ transfer: { phase: 'opening', isSecondTry: true } });
  expect(run(wrong).effects.at(-1)).toBe('wipe');
  const again: TransferEvent[] = [opened(0), turn, piece(0, 100, 2), written(100), ended(hash, 2)];
  expect(run([...wrong, ...again, { type: 'finished', sha256: hash }]).transfer.phase).toBe('done');
  const given = run([...wrong, ...again, { type: 'finished', sha256: other }]);
  expect(given.transfer).toMatchObject({ phase: 'failed', failure: 'broken' });
  expect(given.effects).not.toContain('received');
});

test.each<[string, TransferEvent]>([
  ['a gap', piece(10, 10)],
  ['a piece again', piece(0, 60)],
  ['more than was said', piece(60, 41)],
  ['an empty piece', piece(60, 0)],
  ['an end too early', ended()],
])('[J7] %s ends it and nothing is saved', (_what, event) => {
  const { transfer, effects } = run([...running, piece(0, 60), written(60), event]);
  expect(transfer).toMatchObject({ phase: 'failed', failure: 'broken' });
  expect(effects).not.toContain('finish');
});

test('[J8] when its owner must choose it again it waits, and goes on by itself', () => {
  const waiting = [...running, { type: 'unable', round: 1, code: 'choose-again' } as const];
  expect(run(waiting).transfer.phase).toBe('choose-again');
  expect(run([...waiting, { type: 'ready' }, opened(40), turn]).transfer).toMatchObject({
    phase: 'running',
    asked: 40,
  });
});

test('[J6] what is whole already needs nobody', () => {
  const { transfer, effects } = run([
    { type: 'wanted', sha256: hash },
    opened(100),
    { type: 'finished', sha256: hash },
  ]);
  expect([transfer.phase, effects]).toEqual(['done', ['open', 'finish', 'received']]);
});

test('an empty file is a file', () => {
  expect(run([...running, ended(), { type: 'finished', sha256: hash }], 0).transfer.phase).toBe('done');
});

test('[J7] whatever comes in whatever order, nothing is done that was not sent whole and compared', () => {
  const event: fc.Arbitrary<TransferEvent> = fc.oneof(
    fc.constantFrom<TransferEvent>(
      wanted,
      turn,
      { type: 'paused' },
      { type: 'cancelled' },
      { type: 'lost' },
      { type: 'ready' },
    ),
    fc.record({ type: fc.constant('opened' as const), bytes: fc.constantFrom(0, 50, 100) }),
    fc.record({
      type: fc.constant('piece' as const),
      round: fc.constantFrom(1, 2, 3),
      at: fc.constantFrom(0, 50, 100),
      length: fc.constantFrom(0, 50, 60),
    }),
    fc.record({ type: fc.constant('written' as const), upTo: fc.constantFrom(50, 100) }),
    fc.record({
      type: fc.constant('ended' as const),
      round: fc.constantFrom(1, 2, 3),
      sha256: fc.constantFrom(hash, other),
    }),
    fc.record({ type: fc.constant('finished' as const), sha256: fc.constantFrom(hash, other) }),
  );
  const check = (events: readonly TransferEvent[]) => {
    let now: Transfer = newTransfer(100);
    for (const one of events) {
      const [next, ...effects] = nextTransfer(now, one);
      if (effects.includes('received')) {
        expect([one.type, now.phase, now.sha256]).toEqual([
          'finished',
          'checking',
          'sha256' in one ? one.sha256 : null,
        ]);
      }
      if (effects.includes('finish')) expect([next.bytes, next.phase]).toEqual([100, 'checking']);
      expect(next.asked).toBeLessThanOrEqual(100);
      now = next;
    }
  };
  fc.assert(fc.property(fc.array(event, { maxLength: 30 }), check), { numRuns: 2_000 });
});
