import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Link } from '../../../shared/browser/link/contract.ts';
import { createScreenDrawings } from '../../../shared/browser/screen/drawing/screen-drawings.ts';

const grants = { shown: 'AAAAAAAAAAAAAAAAAAAAAA', watched: 'BBBBBBBBBBBBBBBBBBBBBB', other: 'CCCCCCCCCCCCCCCCCCCCCC' };

function open() {
  let hear: (bytes: Uint8Array) => void = () => undefined;
  let fresh: () => void = () => undefined;
  const sent: string[] = [];
  const link = {
    send: (channel: string, bytes: Uint8Array) => void sent.push(`${channel} ${new TextDecoder().decode(bytes)}`),
    receive: (_channel: string, handler: typeof hear) => void (hear = handler),
    onFresh: (handler: () => void) => void (fresh = handler),
    unsent: () => 0,
  } as unknown as Link;
  const shown = signal<readonly string[]>([grants.shown]);
  const drawings = createScreenDrawings({
    link: signal<Link | null>(link),
    shown,
    watched: signal([grants.watched]),
    signal: new AbortController().signal,
  });
  const say = (message: object) => hear(new TextEncoder().encode(JSON.stringify(message)));
  const put = (grant: string, id = 1) =>
    say({ type: 'drawing.put', id, tool: 'pen', on: { grant, stream: 's' }, points: [[0.5, 0.5]], text: '' });
  return { drawings, say, put, shown, sent, fresh: () => fresh(), on: () => [...drawings.drawnOn.value] };
}

test('[D8] only what is shown to the other can be drawn on by the other', () => {
  const { put, on } = open();
  put(grants.other);
  put(grants.watched);
  expect(on()).toEqual([]);
  put(grants.shown);
  expect(on()).toEqual([grants.shown]);
});

test('[D8] nothing of a page is drawn on a screen', () => {
  const { say, on } = open();
  const page = { documentId: 'AAAAAAAAAAAAAAAAAAAAAA', frame: 0, node: 1 };
  say({ type: 'drawing.put', id: 1, tool: 'pen', on: page, points: [[0, 0]], text: '' });
  expect(on()).toEqual([]);
});

test('[D6] drawings go with the grant, with the other side, and when either clears them', () => {
  const { put, say, on, shown, fresh, drawings, sent } = open();
  put(grants.shown);
  say({ type: 'drawing.clear' });
  expect(on()).toEqual([]);
  put(grants.shown);
  drawings.clear();
  expect([on(), sent]).toEqual([[], ['screen-draw {"type":"drawing.clear"}']]);
  put(grants.shown);
  fresh();
  expect(on()).toEqual([]);
  put(grants.shown);
  shown.value = [];
  expect(on()).toEqual([]);
});
