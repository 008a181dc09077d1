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

/** So often the customer goes to another page, seconds. */
const pageSeconds = 300;

/**
 * An hour at pages of six thousand nodes in which something changes each second: five texts, an attribute, and each ten
 * seconds a row that comes and one that goes. Every five minutes there is another page. The body says which second it is.
 */
export function hourTrack(): { chunks: readonly Uint8Array[]; bytes: number; json: number } {
  const track = pageTrack();
  let json = 0;
  const documentAt = (second: number) =>
    `page-${String(Math.floor(second / pageSeconds)).padStart(2, '0')}`.padEnd(22, 'A');
  const events = (second: number, list: readonly unknown[]) => {
    json += JSON.stringify(list).length;
    track.events(second * 1_000, list, documentAt(second));
  };
  const table = (from: number, count: number) =>
    element(
      from - 1,
      'tbody',
      Array.from({ length: count }, (_, at) => row(from + at * 5, `Order ${at} of somebody`)),
    );
  const first = 1_000;
  function begin(second: number) {
    const page = element(3, 'html', [
      element(4, 'head', [element(8, 'style', [], { _cssText: 'td{padding:4px}.name{color:#124}' })]),
      element(pageIds.body, 'body', [element(9, 'table', [table(first, shopRows)])], { 'data-mark': String(second) }),
    ]);
    const at = second * 1_000;
    const node = { type: 0, id: 1, childNodes: [page] };
    const whole = [
      { type: 4, timestamp: at, data: { href: 'x', width: 1_200, height: 800 } },
      { type: 2, timestamp: at, data: { initialOffset: { top: 0, left: 0 }, node } },
    ];
    json += JSON.stringify(whole).length;
    track.snapshot(at, whole, documentAt(second));
  }
  track.titled(0, 'Orders');
  begin(0);
  for (let second = 1; second < hourMs / 1_000; second += 1) {
    if (second % pageSeconds === 0) {
      begin(second);
      continue;
    }
    const texts = Array.from({ length: 5 }, (_, at) => {
      const place = (second * 7 + at * 31) % rows;
      return { id: first + place * 5 + 2, value: `Order ${place}, looked at in second ${second}` };
    });
    const attributes = [{ id: pageIds.body, attributes: { 'data-mark': String(second) } }];
    const own = 100_000 + second * 5;
    const isTurn = second % 10 === 0;
    const adds = isTurn ? [{ parentId: first - 1, nextId: first, node: row(own, `New order ${second}`) }] : [];
    const removes = isTurn && second % pageSeconds > 10 ? [{ parentId: first - 1, id: own - 50 }] : [];
    events(second, [mutation({ texts, attributes, adds, removes })]);
  }
  const chunks = track.chunks();
  return { chunks, bytes: chunks.reduce((sum, { length }) => sum + length, 0), json };
}
