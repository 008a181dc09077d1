import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMirrorDecoder } from '../../../shared/browser/cobrowse/wire/decode.ts';
import { createMirrorEncoder } from '../../../shared/browser/cobrowse/wire/encode.ts';
import type { MirrorHeader } from '../../../shared/protocol/peer.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const viewport = { width: 800, height: 600, pixelRatio: 1 };
const header = (type: 'mirror.snapshot' | 'mirror.events', seq: number): MirrorHeader => {
  const common = { frame: 0, documentId, seq, viewport, more: false };
  return type === 'mirror.snapshot' ? { type, owner: null, ...common } : { type, ...common };
};
const stopped: MirrorHeader = { type: 'mirror.stopped' };

test('whatever is encoded comes out the same, in order', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('mirror.snapshot', 'mirror.events', 'alone'), fc.string({ maxLength: 50_000 })),
      ),
      (messages) => {
        const encoder = createMirrorEncoder();
        const decoder = createMirrorDecoder();
        const first = ['mirror.snapshot', 'start'] as const;
        for (const [seq, [type, body]] of [first, ...messages].entries()) {
          const sent = type === 'alone' ? stopped : header(type, seq);
          expect(decoder.decode(encoder.encode(sent, body))).toEqual({ ok: true, header: sent, body });
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a snapshot can be read by one who has missed all before it', () => {
  const encoder = createMirrorEncoder();
  encoder.encode(header('mirror.snapshot', 1), 'a'.repeat(1_000));
  encoder.encode(header('mirror.events', 2), 'b');
  const late = createMirrorDecoder();
  expect(late.decode(encoder.encode(header('mirror.snapshot', 3), '[1]'))).toMatchObject({ ok: true, body: '[1]' });
  expect(late.decode(encoder.encode(header('mirror.events', 4), '[2]'))).toMatchObject({ ok: true, body: '[2]' });
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

test('bytes that are no frame are damage, not an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(createMirrorDecoder().decode(bytes).ok).toBe(false);
    }),
  );
});

test('a message that inflates to more than the limit is refused before it is unpacked', () => {
  const bomb = createMirrorEncoder().encode(stopped, '0'.repeat(130 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(createMirrorDecoder().decode(bomb)).toEqual({ ok: false, code: 'mirror.too-large' });
});

const sheet = ['abcdefghij0123', 'p { color: red } /* "quoted" */'] as const;
const naming = '[{"_cssText":"sheet:abcdefghij0123"}]';

test('a style sheet travels once, and is put in the place of its name each time', () => {
  const encoder = createMirrorEncoder();
  const decoder = createMirrorDecoder();
  const first = encoder.encode(header('mirror.snapshot', 1), naming, [sheet]);
  const again = encoder.encode(header('mirror.snapshot', 2), naming, [sheet]);
  const body = JSON.stringify([{ _cssText: sheet[1] }]);
  expect(decoder.decode(first)).toMatchObject({ ok: true, body });
  expect(decoder.decode(again)).toMatchObject({ ok: true, body });
  expect(again.length).toBeLessThan(first.length);
});

test('one who has missed a sheet says so, and gets it once the sender has forgotten', () => {
  const encoder = createMirrorEncoder();
  encoder.encode(header('mirror.snapshot', 1), naming, [sheet]);
  const late = createMirrorDecoder();
  expect(late.decode(encoder.encode(header('mirror.snapshot', 2), naming, [sheet]))).toMatchObject({ ok: false });
  encoder.forgetSheets();
  expect(late.decode(encoder.encode(header('mirror.snapshot', 3), naming, [sheet]))).toMatchObject({ ok: true });
});

test('text that looks like the name of a sheet stays as it is', () => {
  const encoder = createMirrorEncoder();
  const decoder = createMirrorDecoder();
  const body = JSON.stringify([{ textContent: '"_cssText":"sheet:abcdefghij0123"' }]);
  expect(decoder.decode(encoder.encode(header('mirror.snapshot', 1), body))).toMatchObject({ ok: true, body });
});
