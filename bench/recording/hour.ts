import { mutation, pageIds } from '../../test/support/hostile-page.ts';
import { pageTrack } from '../../test/support/page-track.ts';

export const hourMs = 60 * 60_000;
const rows = 300;
const shopRows = 1_000;

const text = (id: number, textContent: string) => ({ type: 3, id, textContent });
const element = (id: number, tagName: string, childNodes: unknown[], attributes = {}) => ({
  ...{ type: 2, id, tagName, attributes, childNodes },
});
const row = (id: number, words: string) =>
  element(id, 'tr', [
    element(id + 1, 'td', [text(id + 2, words)], { class: 'name' }),
    element(id + 3, 'td', [text(id + 4, String(id))]),
  ]);

/**
 * An hour at a page of six thousand nodes in which something changes each second: five texts, an attribute, and each ten
 * seconds a row that comes and one that goes. The body says which second it is.
 */
export function hourTrack(): { bytes: Uint8Array; json: number } {
  const track = pageTrack();
  let json = 0;
  const events = (at: number, list: readonly unknown[]) => {
    json += JSON.stringify(list).length;
    track.events(at, list);
  };
  const table = (from: number, count: number) =>
    element(
      from - 1,
      'tbody',
      Array.from({ length: count }, (_, at) => row(from + at * 5, `Order ${at} of somebody`)),
    );
  const first = 1_000;
  const page = element(3, 'html', [
    element(4, 'head', [element(8, 'style', [], { _cssText: 'td{padding:4px}.name{color:#124}' })]),
    element(pageIds.body, 'body', [element(9, 'table', [table(first, shopRows)])], { 'data-mark': '0' }),
  ]);
  const whole = [
    { type: 4, timestamp: 0, data: { href: 'x', width: 1_200, height: 800 } },
    {
      type: 2,
      timestamp: 0,
      data: { initialOffset: { top: 0, left: 0 }, node: { type: 0, id: 1, childNodes: [page] } },
    },
  ];
  json += JSON.stringify(whole).length;
  track.titled(0, 'Orders');
  track.snapshot(0, whole);
  for (let second = 1; second < hourMs / 1_000; second += 1) {
    const texts = Array.from({ length: 5 }, (_, at) => {
      const place = (second * 7 + at * 31) % rows;
      return { id: first + place * 5 + 2, value: `Order ${place}, looked at in second ${second}` };
    });
    const attributes = [{ id: pageIds.body, attributes: { 'data-mark': String(second) } }];
    const own = 100_000 + second * 5;
    const isTurn = second % 10 === 0;
    const adds = isTurn ? [{ parentId: first - 1, nextId: first, node: row(own, `New order ${second}`) }] : [];
    const removes = isTurn && second > 10 ? [{ parentId: first - 1, id: own - 50 }] : [];
    events(second * 1_000, [mutation({ texts, attributes, adds, removes })]);
  }
  return { bytes: track.bytes(), json };
}
