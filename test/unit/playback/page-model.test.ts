import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSanitiser } from '../../../shared/browser/cobrowse/sanitise/sanitiser.ts';
import { createPageModel } from '../../../shared/browser/playback/page/page-model.ts';
import { honestChanges, moves } from '../../support/honest-changes.ts';
import { el, mutation, page, stateChange as change, text } from '../../support/page-events.ts';
import { createPlayerModel } from '../../support/player-model.ts';
import { randomEvent, randomSnapshot } from '../../support/random-events.ts';

/** What a player has after these events, as it cleans them. */
function played(events: readonly unknown[]) {
  const sanitiser = createSanitiser();
  const player = createPlayerModel();
  for (const event of events) for (const piece of sanitiser.sanitise(event)) player.play(piece.event);
  return player;
}
const treeOf = (events: readonly unknown[]) =>
  [...played(events).nodes()]
    .map(([id, { parent, tag, shadow }]) => ({ id, parent, tag, shadow }))
    .toSorted((a, b) => a.id - b.id);

const modelOf = (events: readonly unknown[]) => {
  const model = createPageModel();
  for (const event of events) model.apply(event);
  return model;
};

test('[O2] whatever was sent, a key frame can be played', () => {
  const some = fc.array(randomEvent, { maxLength: 12 });
  fc.assert(
    fc.property(randomSnapshot, some, some, (snapshot, before, after) => {
      const key = modelOf([snapshot, ...before]).snapshot(2);
      const again = modelOf(key).snapshot(2);
      // A model of the key is the model that made it.
      expect(again).toEqual(key);
      expect(() => treeOf([...key, ...after])).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('[O2] playing from a key frame gives what playing from the beginning gives', () => {
  fc.assert(
    fc.property(moves, moves, (first, second) => {
      const honest = honestChanges();
      const before = [page([text(5, 'x')]), ...first.flatMap(honest)];
      const after = second.flatMap(honest);
      const key = modelOf(before).snapshot(2);
      expect(treeOf([...key, ...after])).toEqual(treeOf([...before, ...after]));
      expect(order([...key, ...after])).toEqual(order([...before, ...after]));
    }),
    { numRuns: 300 },
  );
});

const order = (events: readonly unknown[]) => JSON.stringify(modelOf(events).snapshot(2));

test('[O2] children come where they were put, in their order, and fields, scrolling and sheets are as they were', () => {
  const events = [
    { type: 4, timestamp: 1, data: { href: 'x', width: 800, height: 600 } },
    page([el(5, 'p', [text(6, 'one')]), el(7, 'input'), el(8, 'style', [], { _cssText: 'p{}' }), el(9, 'iframe')]),
    mutation({
      // The second is put before the first, which comes later in the list.
      adds: [
        { parentId: 4, nextId: 11, node: el(10, 'b', [text(12, 'second')]) },
        { parentId: 4, nextId: 7, node: el(11, 'i') },
        { parentId: 9, nextId: null, node: { type: 0, id: 20, childNodes: [el(21, 'html', [el(22, 'body')])] } },
      ],
    }),
    mutation({ texts: [{ id: 6, value: 'changed' }], attributes: [{ id: 5, attributes: { class: 'a', id: null } }] }),
    change({ source: 5, id: 7, text: 'typed', isChecked: false }),
    change({ source: 3, id: 5, x: 0, y: 120 }),
    change({ source: 8, id: 8, adds: [{ rule: 'b{color:red}', index: 0 }] }),
    change({ source: 15, id: 1, styles: [{ styleId: 1, rules: [{ rule: 'i{}', index: 0 }] }], styleIds: [1] }),
    mutation({ removes: [{ parentId: 4, id: 10 }] }),
  ];
  const model = modelOf(events);
  const [size, whole, inner, ...rest] = model.snapshot(9) as { type: number; data: Record<string, unknown> }[];
  expect(size?.data).toMatchObject({ width: 800, height: 600 });
  expect(whole?.data['initialOffset']).toEqual({ top: 30, left: 0 });
  const body = JSON.stringify(whole?.data['node']);
  expect(body).toContain('"textContent":"changed"');
  expect(body.indexOf('"id":5')).toBeLessThan(body.indexOf('"id":11'));
  expect(body.indexOf('"id":11')).toBeLessThan(body.indexOf('"id":7'));
  expect(body).not.toContain('second');
  expect(inner?.data['adds']).toMatchObject([{ parentId: 9, node: { type: 0, id: 20 } }]);
  expect(rest.map(({ data }) => data)).toMatchObject([
    { source: 15, id: 1, styleIds: [1] },
    { source: 8, id: 8 },
    { source: 5, id: 7, text: 'typed' },
    { source: 3, id: 5, y: 120 },
  ]);
  expect(treeOf(model.snapshot(9))).toEqual(treeOf(events));
});

test('[O2] a sheet that gets another text forgets what scripts did to it', () => {
  const model = modelOf([
    page([el(8, 'style', [], { _cssText: 'p{}' })]),
    change({ source: 8, id: 8, adds: [{ rule: 'b{color:red}', index: 0 }] }),
    mutation({ attributes: [{ id: 8, attributes: { _cssText: 'q{}' } }] }),
  ]);
  expect(JSON.stringify(model.snapshot(1))).not.toContain('color:red');
  expect([...model.texts()]).toEqual([]);
});

test('[O2] a page whose root is said to be in a shadow or of another kind can be played', () => {
  for (const odd of [{ isShadow: true }, { isSVG: true }]) {
    const adds = [{ parentId: 1, nextId: null, node: { ...el(2, 'html'), ...odd } }];
    expect(treeOf(modelOf([page([]), mutation({ adds })]).snapshot(2)).map(({ tag }) => tag)).toContain('html');
  }
});

test('[O2] what is no event changes nothing', () => {
  const model = modelOf([page([text(5, 'stays')])]);
  const before = JSON.stringify(model.snapshot(1));
  for (const bad of [
    null,
    7,
    {},
    { type: 3, timestamp: 1, data: { source: 0 } },
    mutation({ adds: [{ parentId: 99, nextId: null, node: el(5, 'p') }] }),
  ]) {
    model.apply(bad);
  }
  expect(JSON.stringify(model.snapshot(1))).toBe(before);
  // A snapshot that is none leaves nothing to play.
  model.apply({ type: 2, timestamp: 1, data: { node: 5, initialOffset: { top: 0, left: 0 } } });
  expect(model.snapshot(1)).toEqual([]);
});
