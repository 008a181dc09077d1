import { EventType, IncrementalSource, type eventWithTime, type incrementalData } from '@rrweb/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameAndNode, mirrorId } from '../../../shared/browser/cobrowse/frames/frame-ids.ts';
import { shiftEvent } from '../../../shared/browser/cobrowse/frames/shift-event.ts';
import { limits } from '../../../shared/protocol/limits.ts';

const perFrame = 2 ** 26;
const incremental = (data: incrementalData): eventWithTime => ({
  type: EventType.IncrementalSnapshot,
  timestamp: 1,
  data,
});
const textIn = (parentId: number, id: number): eventWithTime =>
  incremental({
    source: IncrementalSource.Mutation,
    texts: [],
    attributes: [],
    removes: [],
    adds: [{ parentId, nextId: null, node: { type: 3, id, textContent: 'x' } }],
  });

test('frame and node come back from the id of the mirror', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: limits.framesEver }),
      fc.integer({ min: 1, max: perFrame - 1 }),
      (frame, node) => {
        expect(frameAndNode(mirrorId(frame, node))).toEqual({ frame, node });
      },
    ),
  );
  expect(mirrorId(7, -1)).toBe(-1);
  expect(frameAndNode(-2)).toEqual({ frame: 0, node: -2 });
});

test('nodes of a frame get ids of their own', () => {
  expect(shiftEvent(textIn(4, 5), 3)).toEqual({
    type: EventType.IncrementalSnapshot,
    timestamp: 1,
    data: {
      source: IncrementalSource.Mutation,
      texts: [],
      attributes: [],
      removes: [],
      adds: [
        {
          parentId: 3 * perFrame + 4,
          nextId: null,
          node: { type: 3, id: 3 * perFrame + 5, textContent: 'x' },
        },
      ],
    },
  });
});

test('the page stays as it is', () => {
  expect(shiftEvent(textIn(4, 5), 0)).toEqual(textIn(4, 5));
});

test.each([0, 1, 3])('frame %i cannot name a node of another frame', (frame) => {
  const foreign = (frame + 1) * perFrame + 4;
  for (const event of [
    textIn(foreign, 5),
    textIn(4, foreign),
    incremental({ source: IncrementalSource.Scroll, id: foreign, x: 0, y: 0 }),
    incremental({ source: IncrementalSource.Input, id: foreign, text: 'x', isChecked: false }),
    incremental({ source: IncrementalSource.AdoptedStyleSheet, id: 1, styleIds: [foreign] }),
    incremental({ source: IncrementalSource.StyleSheetRule, styleId: foreign, adds: [] }),
    incremental({
      source: IncrementalSource.Selection,
      ranges: [{ start: 1, startOffset: 0, end: foreign, endOffset: 0 }],
    }),
    incremental({
      source: IncrementalSource.Mutation,
      texts: [],
      attributes: [{ id: foreign, attributes: { class: 'x' } }],
      removes: [],
      adds: [],
    }),
  ]) {
    expect(() => shiftEvent(event, frame)).toThrow(RangeError);
  }
});

test('a frame has no say in how large the page is', () => {
  const resize = incremental({ source: IncrementalSource.ViewportResize, width: 5, height: 5 });
  const meta: eventWithTime = { type: EventType.Meta, timestamp: 1, data: { href: '', width: 5, height: 5 } };
  expect(shiftEvent(resize, 2)).toBeNull();
  expect(shiftEvent(meta, 2)).toBeNull();
  expect(shiftEvent(meta, 0)).toEqual(meta);
});
