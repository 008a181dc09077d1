import { expect, test } from 'vitest';
import type { Batch } from '../../../shared/browser/cobrowse/play/batch.ts';
import { createCleaning, type FromWorker } from '../../../shared/browser/cobrowse/sanitise/cleaning.ts';
import { createBodyWriter } from '../../../shared/browser/cobrowse/wire/body.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const viewport = { width: 800, height: 600, pixelRatio: 1 };
const bodyOf = (json: string) => createBodyWriter().write(json, true);
const batch = (frame: number, events: Uint8Array): Batch => ({
  ...{ frame, owner: frame === 0 ? null : { frame: 0, node: 1 }, documentId, seq: 1, viewport, more: false, events },
});

function createWorker() {
  const said: FromWorker[] = [];
  const tell = createCleaning((message) => said.push(message));
  let order = 0;
  return {
    said,
    send(frame: number, snapshot: boolean, events: Uint8Array) {
      tell({ type: 'batch', order: (order += 1), snapshot, batch: batch(frame, events) });
      tell({ type: 'more' });
    },
  };
}
/** The batches of which the player is told that nothing more of them comes. */
const ended = (said: FromWorker[]) =>
  said.flatMap((message) => {
    if (message.type === 'pieces') return message.ended ? [message.ended.order] : [];
    return 'order' in message ? [message.order] : [];
  });

test('a batch of a frame that has broken ends too, so that none waits for it', () => {
  const { said, send } = createWorker();
  send(0, true, bodyOf('[]'));
  send(7, true, bodyOf('[]'));
  send(7, false, new Uint8Array([9, 9, 9]));
  send(7, false, bodyOf('[]'));
  send(0, false, bodyOf('[]'));
  expect(said.map(({ type }) => type)).toEqual(['pieces', 'pieces', 'broken', 'unshown', 'pieces']);
  expect(ended(said)).toEqual([1, 2, 3, 4, 5]);
});

test('a batch of one frame too many ends too', () => {
  const { said, send } = createWorker();
  for (let frame = 0; frame < 66; frame++) send(frame, true, bodyOf('[]'));
  expect(said.filter(({ type }) => type === 'unshown').length).toBe(2);
  expect(ended(said)).toEqual(Array.from({ length: 66 }, (_, at) => at + 1));
});
