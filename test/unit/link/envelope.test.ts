import { beforeAll, expect, test } from 'vitest';
import { concat } from '../../../shared/browser/link/concat.ts';
import { createOpener, createSealer as createParts } from '../../../shared/browser/link/envelope.ts';

let key: CryptoKey;
let otherKey: CryptoKey;
const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const createSealer = (own: CryptoKey) => {
  const seal = createParts(own);
  return async (plain: Uint8Array<ArrayBuffer>) => concat(...(await seal(plain)));
};
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (plain: Uint8Array | null) => plain && new TextDecoder().decode(plain);

beforeAll(async () => {
  key = await newKey();
  otherKey = await newKey();
});

async function receive(opener: ReturnType<typeof createOpener>, box: Uint8Array<ArrayBuffer>) {
  return text(opener.accept(await opener.open(box)));
}

test('what is sealed opens once, and a gap is no harm', async () => {
  const seal = createSealer(key);
  const opener = createOpener(key);
  const boxes = [await seal(bytes('one')), await seal(bytes('two')), await seal(bytes('three'))] as const;
  expect(await receive(opener, boxes[0])).toBe('one');
  expect(await receive(opener, boxes[2])).toBe('three');
  expect(opener.refused()).toBe(0);
});

test('a repeated box and one that was overtaken are refused and counted', async () => {
  const seal = createSealer(key);
  const opener = createOpener(key);
  const [first, second] = [await seal(bytes('one')), await seal(bytes('two'))];
  expect(await receive(opener, second)).toBe('two');
  expect(await receive(opener, second)).toBeNull();
  expect(await receive(opener, first)).toBeNull();
  expect(opener.refused()).toBe(2);
});

test('a box with any byte changed is refused', async () => {
  const box = await createSealer(key)(bytes('pay 10 crowns'));
  const opener = createOpener(key);
  for (const [index, byte] of box.entries()) {
    const changed = box.slice();
    changed[index] = byte ^ 1;
    expect(await receive(opener, changed)).toBeNull();
  }
  expect(await receive(opener, box.slice(0, 11))).toBeNull();
  expect(opener.refused()).toBe(box.length + 1);
});

test('a box sealed with another key is refused, and the next good one still opens', async () => {
  const opener = createOpener(key);
  expect(await receive(opener, await createSealer(otherKey)(bytes('mine')))).toBeNull();
  expect(await receive(opener, await createSealer(key)(bytes('yours')))).toBe('yours');
});

test('the plain text is not to be seen in the box', async () => {
  const box = await createSealer(key)(bytes('a planted secret'));
  expect(new TextDecoder('latin1').decode(box)).not.toContain('planted');
});
