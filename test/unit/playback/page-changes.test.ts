import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSanitiser } from '../../../shared/browser/cobrowse/sanitise/sanitiser.ts';
import { pageChanges } from '../../../shared/browser/playback/page/page-changes.ts';
import { createPageModel, type PageModel } from '../../../shared/browser/playback/page/page-model.ts';
import { honestChanges, moves } from '../../support/honest-changes.ts';
import { createPlayerModel } from '../../support/player-model.ts';
import { el, mutation, page, stateChange as change, text } from '../../support/page-events.ts';
import { randomEvent, randomSnapshot } from '../../support/random-events.ts';

const modelOf = (events: readonly unknown[]) => {
  const model = createPageModel();
  for (const event of events) model.apply(event);
  return model;
};
const changesOf = (from: PageModel, to: PageModel) => pageChanges(from.state(), to.state(), 2);
/** What it says without the scrolling to where everything is anyway. */
const saidBy = (model: PageModel) =>
  (model.snapshot(2) as { data: { source?: number; x?: number; y?: number; ranges?: unknown[] } }[]).filter(
    ({ data }) =>
      !(data.source === 3 && data.x === 0 && data.y === 0) && !(data.source === 14 && data.ranges?.length === 0),
  );
/** What a player has after these events, as it cleans them. */
function played(events: readonly unknown[]) {
  const sanitiser = createSanitiser();
  const player = createPlayerModel();
  for (const event of events) for (const piece of sanitiser.sanitise(event)) player.play(piece.event);
  return [...player.nodes()]
    .map(([id, { parent, tag, shadow }]) => ({ id, parent, tag, shadow }))
    .toSorted((a, b) => a.id - b.id);
}

test('[O2] changes from any moment of a page lead to any other, later or earlier', () => {
  let changed = 0;
  fc.assert(
    fc.property(moves, moves, (first, second) => {
      const honest = honestChanges();
      const few = Array.from({ length: 60 }, (_, at) => el(1_000_000 + at, 'i'));
      const before = [page([text(5, 'x'), ...few]), ...first.flatMap(honest)];
      const after = [...before, ...second.flatMap(honest)];
      for (const [one, other] of [
        [before, after],
        [after, before],
      ] as const) {
        const [from, to] = [modelOf(one), modelOf(other)];
        const changes = changesOf(from, to);
        if (!changes) continue;
        changed += 1;
        expect(played([...one, ...changes])).toEqual(played(other));
        for (const event of changes) from.apply(event);
        expect(saidBy(from)).toEqual(saidBy(to));
      }
    }),
    { numRuns: 200 },
  );
  expect(changed).toBeGreaterThan(300);
});

test('[O3] whatever was sent, changes can be played', () => {
  const some = fc.array(randomEvent, { maxLength: 12 });
  fc.assert(
    fc.property(randomSnapshot, some, some, (snapshot, first, second) => {
      const before = [snapshot, ...first];
      const [from, to] = [modelOf(before), modelOf([...before, ...second])];
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const copy = modelOf(one.snapshot(2));
        const changes = changesOf(copy, other);
        if (!changes) continue;
        expect(() => played([...copy.snapshot(2), ...changes])).not.toThrow();
      }
    }),
    { numRuns: 400 },
  );
});

const filler = [el(30, 'i'), el(31, 'i'), el(32, 'i'), el(33, 'i'), el(34, 'i'), el(35, 'i')];

test('[O2] nothing is said where nothing has changed', () => {
  const events = [page([text(5, 'one'), ...filler])];
  expect(changesOf(modelOf(events), modelOf(events))).toEqual([]);
});

test('[O2] what was typed, scrolled and marked later is not there earlier', () => {
  const before = [page([el(5, 'input'), el(6, 'div'), ...filler])];
  const after = [
    ...before,
    change({ source: 5, id: 5, text: 'typed', isChecked: false }),
    change({ source: 3, id: 6, x: 0, y: 50 }),
    change({ source: 14, ranges: [{ start: 6, startOffset: 0, end: 6, endOffset: 0 }] }),
  ];
  const back = changesOf(modelOf(after), modelOf(before)) as { data: Record<string, unknown> }[];
  expect(back.map(({ data }) => data)).toMatchObject([
    // The field is made anew, for nobody knows what was in it.
    { source: 0, removes: [{ id: 5 }], adds: [{ nextId: 6, node: { id: 5 } }] },
    { source: 3, id: 6, x: 0, y: 0 },
    { source: 14, ranges: [] },
  ]);
  const on = changesOf(modelOf(before), modelOf(after)) as { data: Record<string, unknown> }[];
  expect(on.map(({ data }) => data)).toMatchObject([
    { source: 5, text: 'typed' },
    { source: 3, y: 50 },
    { source: 14 },
  ]);
});

test('[O2] a sheet that scripts changed is made anew, and what they did to it is done again', () => {
  const before = [
    page([el(5, 'style', [], { _cssText: 'p{}' }), ...filler]),
    change({ source: 8, id: 5, adds: [{ rule: 'b{color:red}', index: 0 }] }),
  ];
  const after = [...before, change({ source: 8, id: 5, adds: [{ rule: 'i{color:red}', index: 0 }] })];
  const back = changesOf(modelOf(after), modelOf(before)) as { data: Record<string, unknown> }[];
  expect(back.map(({ data }) => data)).toMatchObject([
    { source: 0, removes: [{ id: 5 }], adds: [{ node: { id: 5 } }] },
    { source: 8, id: 5, adds: [{ rule: 'b{color:red}' }] },
  ]);
});

test('[O2] a page is built anew where little of it stays, and where a frame has lost its document', () => {
  const inner = { type: 0, id: 20, childNodes: [el(21, 'html')] };
  const frame = [page([el(9, 'iframe'), ...filler])];
  const filled = [...frame, mutation({ adds: [{ parentId: 9, nextId: null, node: inner }] })];
  expect(changesOf(modelOf(filled), modelOf(frame))).toBe(null);
  expect(changesOf(modelOf(frame), modelOf(filled))).toHaveLength(1);
  const other = [page(Array.from({ length: 40 }, (_, at) => el(100 + at, 'b')))];
  expect(changesOf(modelOf(frame), modelOf(other))).toBe(null);
  expect(changesOf(createPageModel(), modelOf(frame))).toBe(null);
});
