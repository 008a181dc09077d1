import { expect, onTestFinished, test } from 'vitest';
import { openPlayer } from '../../lab/open-player.ts';

const tall = (id: number) => ({
  ...{ type: 2, id, tagName: 'div', attributes: { style: 'height: 9000px' } },
  childNodes: [{ type: 3, id: id + 1, textContent: `${id}` }],
});
const html = {
  ...{ type: 2, id: 3, tagName: 'html', attributes: {} },
  childNodes: [
    { type: 2, id: 4, tagName: 'head', attributes: {}, childNodes: [] },
    { type: 2, id: 5, tagName: 'body', attributes: {}, childNodes: [tall(10)] },
  ],
};
const node = { type: 0, id: 1, childNodes: [{ type: 1, id: 2, name: 'html', publicId: '', systemId: '' }, html] };
const page = [
  { type: 4, timestamp: 0, data: { href: '', width: 800, height: 600 } },
  { type: 2, timestamp: 0, data: { node, initialOffset: { top: 0, left: 0 } } },
];
const added = (id: number) => {
  const adds = [{ parentId: 5, nextId: null, node: tall(id) }];
  return { type: 3, timestamp: 0, data: { source: 0, texts: [], attributes: [], removes: [], adds } };
};

async function openTall() {
  const player = await openPlayer();
  onTestFinished(player.close);
  player.play('snapshot', page);
  await player.until((mirror) => mirror.querySelectorAll('div').length === 1);
  const top = () => player.mirror().defaultView?.scrollY;
  return { ...player, top };
}
/** Messages of a link are handed over in the next task. */
const handedOver = () => new Promise((resolve) => setTimeout(resolve));

test('what only scrolls is in place as soon as it has come', async () => {
  const { scroll, top } = await openTall();
  for (const y of [640, 1_280, 7]) {
    scroll([[1, 0, y]]);
    await handedOver();
    expect(top()).toBe(y);
  }
});

test('it waits for what came before it and is not shown yet, and what comes after waits for it', async () => {
  const { play, scroll, until, top, host } = await openTall();
  play('events', [added(20)]);
  scroll([[1, 0, 15_000]]);
  scroll([[1, 0, 16_000]]);
  await until(() => top() === 16_000);
  play('events', [added(30)]);
  scroll([[1, 0, 25_000]]);
  await until((mirror) => mirror.querySelectorAll('div').length === 3 && top() === 25_000);
  expect(host.stats.rebuilds).toBe(0);
});

test('a node that is not in the mirror, or cannot be scrolled, moves nothing and breaks nothing', async () => {
  const { play, scroll, until, top, host } = await openTall();
  scroll([
    [999, 0, 50],
    [11, 0, 50],
    [1, 0, 300],
  ]);
  await handedOver();
  expect(top()).toBe(300);
  play('events', [added(20)]);
  await until((mirror) => mirror.querySelectorAll('div').length === 2);
  expect(host.stats.rebuilds).toBe(0);
});
