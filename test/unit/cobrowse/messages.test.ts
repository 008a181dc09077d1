import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parseWith } from '../../../shared/protocol/codec.ts';
import { fromPageSchema } from '../../../shared/protocol/page.ts';
import {
  controlAnswerSchema,
  controlMessageSchema,
  mirrorHeaderSchema,
  mirrorRequestSchema,
} from '../../../shared/protocol/peer.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const at = { frame: 0, node: 5, fx: 0.5, fy: 0.5 };
const modifiers = { alt: false, ctrl: false, meta: false, shift: false };
const click = {
  type: 'control.pointer',
  id: 1,
  lease: 1,
  documentId,
  seq: 1,
  action: 'click',
  at,
  button: 0,
  count: 1,
  modifiers,
};

test('a command as it should be is one', () => {
  expect(v.is(controlMessageSchema, click)).toBe(true);
  expect(v.is(controlMessageSchema, { type: 'control.renew', lease: 3 })).toBe(true);
  expect(v.is(controlMessageSchema, { type: 'control.navigate', id: 1, lease: 1, kind: 'back' })).toBe(true);
});

test.each([
  ['another field', { ...click, script: 'x' }],
  ['a place outside the node', { ...click, at: { ...at, fx: 1.5 } }],
  ['no node', { ...click, at: { ...at, node: 0 } }],
  ['a button that mice lack', { ...click, button: 3 }],
  ['a document that is no id', { ...click, documentId: '../x' }],
  ['a fraction of a sequence', { ...click, seq: 1.5 }],
  ['navigation to an address', { type: 'control.navigate', id: 1, lease: 1, kind: 'https://x' }],
  ['text without end', { ...click, type: 'control.text', text: 'x'.repeat(50_001), how: 'pasted' }],
])('%s makes a command none', (_name, message) => {
  expect(v.is(controlMessageSchema, message)).toBe(false);
});

test('no JSON makes the schemas throw', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      for (const schema of [
        controlMessageSchema,
        controlAnswerSchema,
        mirrorHeaderSchema,
        mirrorRequestSchema,
        fromPageSchema,
      ]) {
        expect(parseWith(schema, text).ok).toBe(false);
      }
    }),
  );
});
