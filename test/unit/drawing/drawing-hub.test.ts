import { expect, test } from 'vitest';
import { createDrawingHub } from '../../../shared/browser/drawing/drawing-hub.ts';
import type { Drawing, Drawn } from '../../../shared/protocol/drawing.ts';
import { drawingLimits } from '../../../shared/protocol/drawing-limits.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const on = { documentId, frame: 0, node: 5 };
const put = (id: number, anchor: object = on) => ({
  type: 'drawing.put' as const,
  id,
  tool: 'pen' as const,
  on: anchor,
  points: [[0, 0]],
  text: '',
});

interface Told {
  type: string;
  by?: number;
  name?: string;
  number?: number;
  what?: Drawing;
}

/** A shown page, and hosts who see it. */
function open() {
  const hub = createDrawingHub(() => 'Jana');
  const page: Drawn[] = [];
  hub.toPage((drawn) => void page.push(drawn));
  function viewer(name: string) {
    const told: Told[] = [];
    let hear: (bytes: Uint8Array) => void = () => undefined;
    const life = new AbortController();
    hub.join(
      {
        send: (_channel, bytes) => void told.push(JSON.parse(new TextDecoder().decode(bytes)) as Told),
        receive: (_channel, handler) => void (hear = handler),
      },
      name,
      life.signal,
    );
    const say = (message: unknown) => hear(new TextEncoder().encode(JSON.stringify(message)));
    return { told, say, leave: () => life.abort() };
  }
  return { hub, page, viewer };
}

test('[D2] each is told what the others draw, with number and name, and nothing of their own', () => {
  const { hub, page, viewer } = open();
  const [anna, eva] = [viewer('Anna'), viewer('Eva')];
  anna.say(put(1));
  eva.say(put(2));
  hub.own(put(3) as Drawing, 'page');
  expect(page.map(({ by, name }) => [by, name])).toEqual([
    [1, 'Anna'],
    [2, 'Eva'],
  ]);
  expect(anna.told.map(({ by, name }) => [by, name])).toEqual([
    [2, 'Eva'],
    [0, 'Jana'],
  ]);
  expect(eva.told.map(({ by }) => by)).toEqual([1, 0]);
});

test('[D2] nobody draws in the name of another', () => {
  const { page, viewer } = open();
  const anna = viewer('Anna');
  anna.say({ type: 'drawing.drawn', by: 0, name: 'Jana', what: put(1) });
  anna.say({ ...put(1), by: 0 });
  anna.say('{');
  expect(page).toEqual([]);
});

test('[D7] who comes back is told its number and all that is there', () => {
  const { hub, viewer } = open();
  const anna = viewer('Anna');
  anna.say(put(1));
  hub.own(put(1) as Drawing, 'page');
  anna.leave();
  const again = viewer('Anna');
  again.say({ type: 'drawing.hello' });
  expect(again.told).toMatchObject([
    { type: 'drawing.you', number: 1 },
    { type: 'drawing.drawn', by: 1, what: { id: 1 } },
    { type: 'drawing.drawn', by: 0, what: { id: 1 } },
  ]);
  anna.say(put(2));
  expect(hub.of(documentId)).toHaveLength(2);
});

test('[D6] both sides clear all, in the page too', () => {
  const { hub, page, viewer } = open();
  const anna = viewer('Anna');
  hub.own(put(1) as Drawing, 'page');
  expect(hub.has.value).toBe(true);
  anna.say({ type: 'drawing.clear' });
  expect([hub.has.value, page.at(-1)?.what.type]).toEqual([false, 'drawing.clear']);
  anna.say(put(2));
  hub.own({ type: 'drawing.clear' }, 'window');
  expect([hub.has.value, page.at(-1)?.what.type, anna.told.at(-1)?.what?.type]).toEqual([
    false,
    'drawing.clear',
    'drawing.clear',
  ]);
});

test('[D5] who says too much is not heard for a while', () => {
  const { page, viewer } = open();
  const anna = viewer('Anna');
  for (let id = 0; id < 10 * drawingLimits.messagesAtOnce; id += 1) anna.say({ type: 'drawing.undo', id });
  expect(page.length).toBeLessThan(2 * drawingLimits.messagesAtOnce);
  expect(page.length).toBeGreaterThanOrEqual(drawingLimits.messagesAtOnce);
});

test('[D3] nothing of a screen is drawn on a page, and what lay on a page that was left is gone', () => {
  const { hub, page, viewer } = open();
  const anna = viewer('Anna');
  const screen = { grant: 'AAAAAAAAAAAAAAAAAAAAAA', stream: 'a' };
  anna.say(put(1, screen));
  anna.say({ type: 'drawing.laser', spot: { on: screen, at: [0, 0] } });
  expect(page).toEqual([]);
  anna.say(put(2));
  hub.keep((id) => id !== documentId);
  expect([hub.of(documentId), hub.has.value]).toEqual([[], false]);
});

test('[D5] there is room for so many people and no more', () => {
  const { viewer } = open();
  const all = Array.from({ length: drawingLimits.people + 2 }, (_, at) => viewer(`Host ${at}`));
  for (const one of all) one.say({ type: 'drawing.hello' });
  const numbers = all.flatMap(({ told }) => told.map(({ number }) => number));
  expect(numbers).toEqual(Array.from({ length: drawingLimits.people - 1 }, (_, at) => at + 1));
});
