import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { createBodyReader, createBodyWriter, LostThread } from '../../../shared/browser/cobrowse/wire/body.ts';
import { createMirrorEncoder } from '../../../shared/browser/cobrowse/wire/encode.ts';
import { createKnownSheets } from '../../../shared/browser/cobrowse/wire/known-sheets.ts';
import { packIds, unpackIds } from '../../../shared/browser/cobrowse/wire/node-ids.ts';
import { packSheets } from '../../../shared/browser/cobrowse/wire/pack-sheets.ts';
import { createHeadReader } from '../../../shared/browser/cobrowse/wire/read-head.ts';
import { resolveSheets } from '../../../shared/browser/cobrowse/wire/resolve-sheets.ts';
import { namedCharsAtMost, sheetReference } from '../../../shared/browser/cobrowse/wire/sheet-references.ts';
import type { MirrorHeader, Scrolled } from '../../../shared/protocol/peer.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const viewport = { width: 800, height: 600, pixelRatio: 1 };
const header = (type: 'mirror.snapshot' | 'mirror.events', seq: number, frame = 0): MirrorHeader => {
  const common = { frame, documentId, seq, viewport, more: false };
  return type === 'mirror.snapshot' ? { type, owner: null, ...common } : { type, ...common };
};
const stopped: MirrorHeader = { type: 'mirror.stopped' };

/** Both of the viewer's ends: what the console reads, and what the worker does. */
function createViewer() {
  const heads = createHeadReader();
  const sheets = createKnownSheets();
  const bodies = new Map<number, ReturnType<typeof createBodyReader>>();
  function read(message: Uint8Array | undefined) {
    const split = message && heads.read(message);
    if (!split) return null;
    const { header, body } = split;
    if (header.type === 'mirror.sheets') sheets.learn(body);
    if (header.type !== 'mirror.snapshot' && header.type !== 'mirror.events') return { header, body: '' };
    const before = header.type === 'mirror.snapshot' ? undefined : bodies.get(header.frame);
    const reader = before ?? createBodyReader(sheets.textOf);
    bodies.set(header.frame, reader);
    return { header, body: reader.read(body) };
  }
  return { read, readAll: (messages: readonly Uint8Array[]) => messages.map(read).at(-1) };
}

const json = fc.array(fc.oneof(fc.record({ id: fc.nat() }), fc.jsonValue(), fc.string({ maxLength: 20_000 })));

test('whatever is encoded comes out the same, in order, in each frame', () => {
  const kind = fc.constantFrom('mirror.snapshot', 'mirror.events', 'alone');
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, json, fc.nat(2))), (messages) => {
      const encoder = createMirrorEncoder();
      const viewer = createViewer();
      const first = [0, 1, 2].map((frame) => ['mirror.snapshot', [], frame] as const);
      const seen = new Set<number>();
      for (const [seq, [type, events, frame]] of [...first, ...messages].entries()) {
        // A snapshot of the page takes all frames with it.
        if (type === 'mirror.snapshot' && frame === 0) seen.clear();
        if (type === 'mirror.events' && !seen.has(frame)) continue;
        if (type === 'mirror.snapshot') seen.add(frame);
        const sent = type === 'alone' ? stopped : header(type, seq, frame);
        const body = type === 'alone' ? '' : JSON.stringify(events);
        expect(viewer.read(encoder.encode(sent, body))).toEqual({ header: sent, body });
      }
    }),
    { numRuns: 60 },
  );
});

test('numbers that follow each other come out the same, whatever else is in the text', () => {
  const tricky = fc.constantFrom('"id":2', '\\"id":3', '\u0001', 'id', '"id":');
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.record({ id: fc.nat(20) }), fc.dictionary(tricky, tricky), json)), (values) => {
      const text = JSON.stringify(values);
      expect(unpackIds(packIds(text), text.length * 2)).toBe(text);
    }),
  );
});

test('a row of a table costs a fraction of what its numbers cost', () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => ({ type: 3, id: at + 7, textContent: `${at % 7}` }));
  const text = JSON.stringify(rows);
  expect(createBodyWriter().write(text, true).length).toBeLessThan(deflateSync(Buffer.from(text)).length / 4);
});

test('a snapshot can be read by one who has missed all before it', () => {
  const encoder = createMirrorEncoder();
  encoder.encode(header('mirror.snapshot', 1), `["${'a'.repeat(1_000)}"]`);
  const missed = encoder.encode(header('mirror.events', 2), '["b"]');
  const late = createViewer();
  expect(late.read(missed)).toBeNull();
  expect(late.read(encoder.encode(header('mirror.snapshot', 3), '[1]'))).toMatchObject({ body: '[1]' });
  expect(late.read(encoder.encode(header('mirror.events', 4), '[2]'))).toMatchObject({ body: '[2]' });
});

test('the tenth of like messages is much smaller than the first', () => {
  const encoder = createMirrorEncoder();
  const body = JSON.stringify({
    source: 0,
    adds: [{ parentId: 1, node: { tagName: 'li', attributes: { class: 'row' } } }],
  });
  encoder.encode(header('mirror.snapshot', 0), '[]');
  const sizes = Array.from(
    { length: 10 },
    (_, index) => encoder.encode(header('mirror.events', index + 1), body).length,
  );
  expect(sizes[9]).toBeLessThan((sizes[0] ?? 0) / 3);
});

test('bytes that are no message are damage, not an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(createHeadReader().read(bytes)).toBeNull();
    }),
  );
});

test('bytes that are no body are an error; so is a body that rests on nothing', () => {
  const reader = createBodyReader(() => undefined);
  expect(() => reader.read(new Uint8Array([1, 255, 255, 255]))).toThrow();
  expect(() => reader.read(new Uint8Array([7, 1, 2, 3]))).toThrow();
  const next = createBodyWriter();
  next.write('["first"]', true);
  const second = next.write('["second"]', false);
  expect(() => createBodyReader(() => undefined).read(second)).toThrow(LostThread);
});

const mega = 1024 * 1024;
const named = 'abcdefghij0123';
test.each([
  ['inflates', '0'.repeat(40 * mega), ''],
  ['names one sheet again and again', `"_cssText":"${sheetReference([named])}",`.repeat(1_000), 'p'.repeat(mega)],
  [
    'names one sheet again and again in one reference',
    `"_cssText":"${sheetReference(Array.from({ length: 200 }, () => named))}"`,
    '"'.repeat(mega),
  ],
  ['has a number in each byte', `[${'\u0001'.repeat(2 * mega)}]`, ''],
])('a body that %s to more than the limit is refused before it is unpacked', (_what, text, sheet) => {
  const bomb = createBodyWriter().write(text, true);
  expect(bomb.length).toBeLessThan(mega);
  expect(() => createBodyReader(() => sheet).read(bomb)).toThrow(RangeError);
});

test('of a reference no more is put together than the limit allows, and each sheet is looked at once', () => {
  const names = Array.from({ length: 200 }, (_, at) => `${named}${at}`);
  const asked: string[] = [];
  const resolve = (names: string[]) =>
    resolveSheets(
      `"_cssText":"${sheetReference(names)}"`,
      (name) => {
        asked.push(name);
        return '"'.repeat(1_000);
      },
      20_000,
    );
  expect(() => resolve(names)).toThrow(RangeError);
  // Each quote costs an escape.
  expect(asked.length).toBeLessThanOrEqual(10);
  asked.length = 0;
  expect(resolve([named, named, named])).toContain('\\"'.repeat(1_000));
  expect(asked).toEqual([named]);
});

test('a sheet that is longer than any with a name teaches nothing', () => {
  const sheets = createKnownSheets();
  for (const body of packSheets([[named, 'x'.repeat(namedCharsAtMost + 1)]])) sheets.learn(body);
  expect(sheets.textOf(named)).toBeUndefined();
});

test('sheets that are a bomb teach nothing', () => {
  const sheets = createKnownSheets();
  for (const body of packSheets([[named, '0'.repeat(40 * mega)]])) sheets.learn(body);
  expect(sheets.textOf(named)).toBeUndefined();
});

const sheet = [named, 'p { color: red } /* "quoted" */'] as const;
const naming = `[{"_cssText":"${sheetReference([named])}"}]`;
const put = JSON.stringify([{ _cssText: sheet[1] }]);

test('a style sheet travels once, and is put in the place of its name each time', () => {
  const encoder = createMirrorEncoder();
  const viewer = createViewer();
  const send = (seq: number) => [...encoder.sheets([sheet]), encoder.encode(header('mirror.snapshot', seq), naming)];
  const [first, again] = [send(1), send(2)];
  expect(viewer.readAll(first)).toMatchObject({ body: put });
  expect(viewer.readAll(again)).toMatchObject({ body: put });
  expect([first.length, again.length]).toEqual([2, 1]);
});

test('many long sheets go in several messages, each within the limit', () => {
  const many = Array.from({ length: 9 }, (_, at) => [`abcdefghij${at}`, 'x'.repeat(mega)] as const);
  const sheets = createKnownSheets();
  const bodies = packSheets(many);
  for (const body of bodies) sheets.learn(body);
  expect(bodies.length).toBe(3);
  expect(many.every(([name, text]) => sheets.textOf(name) === text)).toBe(true);
});

test('one who has missed a sheet says so, and gets it once the sender has forgotten', () => {
  const encoder = createMirrorEncoder();
  const send = (seq: number) => [...encoder.sheets([sheet]), encoder.encode(header('mirror.snapshot', seq), naming)];
  send(1);
  const late = createViewer();
  expect(() => late.readAll(send(2))).toThrow(LostThread);
  encoder.forgetSheets();
  expect(late.readAll(send(3))).toMatchObject({ body: put });
});

test('text that looks like the name of a sheet stays as it is', () => {
  const encoder = createMirrorEncoder();
  const body = JSON.stringify([{ textContent: naming }]);
  expect(createViewer().read(encoder.encode(header('mirror.snapshot', 1), body))).toMatchObject({ body });
});

test('a batch that only scrolls is a few bytes without a body, and nothing later refers to it', () => {
  const encoder = createMirrorEncoder();
  const viewer = createViewer();
  const scrolls: Scrolled[] = [[1, 0, 640]];
  const scrolled: MirrorHeader = {
    type: 'mirror.events',
    frame: 0,
    documentId,
    seq: 3,
    scrolls,
    viewport,
    more: false,
  };
  viewer.read(encoder.encode(header('mirror.snapshot', 1), '[{"id":1}]'));
  viewer.read(encoder.encode(header('mirror.events', 2), '[{"id":1}]'));
  const message = encoder.encode(scrolled, '');
  expect(message.length).toBeLessThan(40);
  expect(viewer.read(message)).toEqual({ header: scrolled, body: '[]' });
  expect(viewer.read(encoder.encode(header('mirror.events', 4), '[{"id":1}]'))?.body).toBe('[{"id":1}]');
});
