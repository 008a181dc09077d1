import { mutation, pageWith } from './hostile-page.ts';
import { pageTrack } from './page-track.ts';

const minute = 60_000;

/** An order in three states, ten minutes apart. */
export function shopTrack() {
  const track = pageTrack();
  const text = (id: number, textContent: string) => ({ type: 3, id, textContent });
  const element = (id: number, tagName: string, childNodes: unknown[], attributes = {}) => ({
    ...{ type: 2, id, tagName, attributes, childNodes },
  });
  const style = 'body{font:20px sans-serif;padding:40px}h1{color:#205080}li{padding:6px}';
  track.titled(0, 'Garden shop');
  track.snapshot(0, [
    ...pageWith(
      [
        element(20, 'style', [text(21, style)]),
        element(22, 'h1', [text(23, 'Your cart')]),
        element(24, 'ul', [element(25, 'li', [text(26, 'Two garden chairs')])]),
      ],
      'shop',
    ),
  ]);
  track.events(10 * minute, [
    mutation({
      texts: [{ id: 23, value: 'Checkout' }],
      adds: [{ parentId: 24, nextId: null, node: element(30, 'li', [text(31, 'A parasol')]) }],
    }),
  ]);
  track.events(20 * minute, [
    mutation({ texts: [{ id: 23, value: 'Thank you' }], removes: [{ parentId: 24, id: 30 }] }),
  ]);
  return track;
}
