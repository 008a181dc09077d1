import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseWith } from '../../../shared/protocol/codec.ts';
import { managerLimits } from '../../../shared/protocol/manager-limits.ts';
import { managerCommandSchema, managerFactSchema } from '../../../shared/protocol/manager.ts';
import { createFrameReader, frameOf } from '../../../manager/wire/frames.ts';
import { grant } from '../../support/manager/manager-process.ts';

function reader() {
  const texts: string[] = [];
  let tooLarge = 0;
  const read = createFrameReader({ onText: (text) => texts.push(text), onTooLarge: () => (tooLarge += 1) });
  return { read, texts, tooLarge: () => tooLarge };
}

describe('frames', () => {
  test('are read however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (values, cuts) => {
          const bytes = Buffer.concat(values.map(frameOf));
          const { read, texts } = reader();
          let at = 0;
          for (let turn = 0; at < bytes.length; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1;
            read(bytes.subarray(at, at + size));
            at += size;
          }
          expect(texts.map((text) => JSON.parse(text) as string)).toEqual(values);
        },
      ),
    );
  });

  test('of a mebibyte pass; of one byte more end the stream before any of it is kept', () => {
    const { read, texts, tooLarge } = reader();
    const largest = 'x'.repeat(managerLimits.messageBytes - 2);
    read(frameOf(largest));
    expect(texts).toHaveLength(1);
    expect(() => frameOf(`${largest}x`)).toThrow(RangeError);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(managerLimits.messageBytes + 1);
    read(head);
    read(frameOf('after'));
    expect([texts.length, tooLarge()]).toEqual([1, 1]);
  });

  test('of thousands of chunks cost no more than their bytes', () => {
    const { read, texts } = reader();
    const bytes = frameOf('y'.repeat(900_000));
    const since = performance.now();
    for (let at = 0; at < bytes.length; at += 64) read(bytes.subarray(at, at + 64));
    expect(texts).toHaveLength(1);
    expect(performance.now() - since).toBeLessThan(2_000);
  });
});

describe('commands', () => {
  const parse = (value: unknown) => parseWith(managerCommandSchema, JSON.stringify(value)).ok;
  const good = [
    { type: 'manager.pointer', grant, action: 'move', at: { x: 0, y: 1 }, button: 0 },
    { type: 'manager.wheel', grant, at: { x: 0.5, y: 0.5 }, dx: 0, dy: -120 },
    { type: 'manager.key', grant, action: 'down', key: 'a', code: 'KeyA' },
    { type: 'manager.text', grant, text: 'ž' },
    { type: 'manager.control', id: 1, grant, surface: { kind: 'application', window: '123' } },
  ];

  test('that are ours pass', () => {
    expect(good.map(parse)).toEqual(good.map(() => true));
  });

  test.each([
    { ...good[0], at: { x: 1.0001, y: 0 } },
    { ...good[0], at: { x: -1, y: 0 } },
    { ...good[0], at: { x: null, y: 0 } },
    { ...good[0], at: { x: 1e9, y: 0 } },
    { ...good[0], button: 5 },
    { ...good[0], grant: '' },
    { ...good[3], text: 'x'.repeat(managerLimits.textChars + 1) },
    { ...good[3], text: '' },
    { ...good[4], surface: { kind: 'application', window: '1; id' } },
    { ...good[4], surface: { kind: 'page' } },
    { type: 'manager.exec', id: 1, command: 'id' },
  ])('%j does not', (command) => {
    expect(parse(command)).toBe(false);
  });

  test('any other value is refused without a throw, and changes no prototype', () => {
    const some = fc.oneof(
      fc.json(),
      fc.anything().map((value) => JSON.stringify(value) ?? ''),
      fc.string(),
    );
    const near = fc.tuple(fc.constantFrom(...good), fc.string(), fc.jsonValue()).map(([base, key, value]) => {
      const changed: unknown = { ...base, [key]: value };
      return JSON.stringify(changed);
    });
    fc.assert(
      fc.property(fc.oneof(some, near), (text) => {
        const parsed = parseWith(managerCommandSchema, text);
        if (parsed.ok) expect(v.is(managerCommandSchema, parsed.message)).toBe(true);
        expect(parseWith(managerFactSchema, text).ok && parsed.ok).toBe(false);
        expect(({} as { admin?: unknown }).admin).toBeUndefined();
      }),
      { numRuns: 20_000 },
    );
    expect(parse(JSON.parse('{"__proto__":{"admin":true},"type":"manager.pause","paused":true}'))).toBe(false);
  });
});

test('what a newer Support Manager says of itself beyond what is known is passed over; in no other fact', () => {
  const parse = (value: unknown) => parseWith(managerFactSchema, JSON.stringify(value));
  const known = { id: 1, version: '1', system: 'linux', noInput: null, clipboard: true, watches: true };
  const welcomed = { type: 'manager.welcomed', ...known };
  expect(parse({ ...welcomed, hears: true })).toEqual({ ok: true, message: welcomed });
  expect(parse({ type: 'manager.done', id: 1, more: true }).ok).toBe(false);
});
