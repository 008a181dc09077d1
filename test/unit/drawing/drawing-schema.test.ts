import { expect, test } from 'vitest';
import { parseWith } from '../../../shared/protocol/codec.ts';
import { drawingSchema, ownerDrawingSchema, viewerDrawingSchema } from '../../../shared/protocol/drawing.ts';
import { drawingLimits } from '../../../shared/protocol/drawing-limits.ts';

const on = { documentId: 'AAAAAAAAAAAAAAAAAAAAAA', frame: 0, node: 5 };
const put = { type: 'drawing.put', id: 1, tool: 'pen', on, points: [[0, 0]], text: '' };
const takes = (message: unknown) => parseWith(viewerDrawingSchema, JSON.stringify(message)).ok;

test('what is drawn is taken', () => {
  for (const message of [
    put,
    { ...put, tool: 'text', text: '<b>here</b>' },
    { ...put, on: { grant: 'AAAAAAAAAAAAAAAAAAAAAA', stream: 'a' } },
    { type: 'drawing.more', id: 1, points: [[0.5, -2]] },
    { type: 'drawing.undo', id: 1 },
    { type: 'drawing.clear' },
    { type: 'drawing.laser', spot: null },
    { type: 'drawing.laser', spot: { on, at: [0, 1] } },
    { type: 'drawing.hello' },
  ])
    expect([message, takes(message)]).toEqual([message, true]);
});

test('[D5] what is too much, or no drawing, is dropped', () => {
  const many = (length: number) => Array.from({ length }, () => [0, 0]);
  for (const message of [
    { ...put, points: [] },
    { ...put, points: many(drawingLimits.pointsPerStroke + 1) },
    { ...put, points: [[0, drawingLimits.farthest + 1]] },
    { ...put, points: [[0, Infinity]] },
    { ...put, points: [[0, 0, 0]] },
    { ...put, points: [['0', '0']] },
    { ...put, id: -1 },
    { ...put, id: 1.5 },
    { ...put, tool: 'laser' },
    { ...put, tool: 'eraser' },
    { ...put, text: 'x'.repeat(drawingLimits.textChars + 1) },
    { ...put, on: { ...on, node: 0 } },
    { ...put, on: { ...on, ...{ grant: 'AAAAAAAAAAAAAAAAAAAAAA' } } },
    { ...put, on: { ...on, documentId: '../x' } },
    { ...put, by: 0 },
    { ...put, colour: 'url(x)' },
    { type: 'drawing.laser', spot: { on, at: [0] } },
    { type: 'drawing.press', at: [0, 0] },
  ])
    expect([message, takes(message)]).toEqual([message, false]);
});

test('[D2] only the owner of a page says whose a drawing is', () => {
  const drawn = { type: 'drawing.drawn', by: 1, name: 'Anna', what: put };
  expect(parseWith(ownerDrawingSchema, JSON.stringify(drawn)).ok).toBe(true);
  expect(takes(drawn)).toBe(false);
  expect(parseWith(drawingSchema, JSON.stringify(drawn)).ok).toBe(false);
  for (const by of [-1, drawingLimits.people, '1'])
    expect(parseWith(ownerDrawingSchema, JSON.stringify({ ...drawn, by })).ok).toBe(false);
});
