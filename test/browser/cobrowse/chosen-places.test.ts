import { beforeEach, expect, test } from 'vitest';
import { createChosenPlaces } from '../../../shared/browser/cobrowse/filter/chosen-places.ts';
import { candidates, within } from '../../../shared/browser/cobrowse/pick/candidates.ts';
import { elementsAt, placeOf } from '../../../shared/browser/cobrowse/pick/place.ts';

const find = (selector: string, root: ParentNode = document) => {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`${selector} is missing`);
  return element;
};
const put = (html: string) => void (document.body.innerHTML = html);
beforeEach(() => put(''));

test('a place leads back to its element, in shadow roots and frames too, and not by ids that machines made', async () => {
  put('<ul id="list"><li>a</li><li id="item-83312">b</li></ul><div id="card"></div><iframe></iframe>');
  find('#card').attachShadow({ mode: 'open' }).innerHTML = '<p>x</p><p>y</p>';
  const frame = find('iframe') as HTMLIFrameElement;
  const inner = frame.contentDocument as Document;
  inner.body.innerHTML = '<b>one</b><b>two</b>';
  const all = [
    find('li:last-child'),
    find('p:last-child', find('#card').shadowRoot ?? document),
    find('b:last-child', inner),
  ];
  expect(placeOf(find('li:last-child'), document)).toBe('#list > li:nth-of-type(2)');
  for (const element of all) expect(elementsAt(placeOf(element, document), document)).toEqual([element]);
  expect(elementsAt('p[', document)).toEqual([]);
});

test('a hidden element stays hidden wherever it goes, and what comes to its place is not hidden instead', () => {
  put('<ul id="list"><li>a</li><li>b</li></ul>');
  const places = createChosenPlaces(document);
  const [list, secret] = [find('#list'), find('li:last-child')];
  expect(places.choose([placeOf(secret, document)])).toBe(true);
  expect(places.choose([placeOf(secret, document)])).toBe(false);
  expect([...list.children].map(places.has)).toEqual([false, true]);
  list.insertAdjacentHTML('afterbegin', '<li>new</li>');
  expect([...list.children].map(places.has)).toEqual([false, false, true]);
});

test('what is drawn anew in the place of a hidden element is hidden', () => {
  put('<div id="app"><p>total</p><p>balance 1</p></div>');
  const places = createChosenPlaces(document);
  places.choose([placeOf(find('p:last-child'), document)]);
  find('#app').innerHTML = '<p>total</p><p>balance 2</p>';
  expect([...find('#app').children].map(places.has)).toEqual([false, true]);
  places.choose([]);
  expect([...find('#app').children].map(places.has)).toEqual([false, false]);
});

test('a box takes the outermost elements that lie mostly in it', () => {
  put(
    '<style>div{height:50px;width:200px}p{margin:0}</style><div id="a"><p>a</p></div><div id="b"></div><div id="c"></div>',
  );
  const [a, b] = [find('#a'), find('#b')].map((element) => element.getBoundingClientRect());
  const top = a?.top ?? 0;
  const height = (b?.bottom ?? 0) - top + 20;
  expect(within(document, new DOMRect(0, top, 250, height)).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('Tab goes through what holds words or pictures; for showing, through fields that are no passwords', () => {
  put('<main><h1>Title</h1><a href="#"><b>link</b></a><label>Name<input></label><input type="password"><hr></main>');
  expect(candidates(document, 'hide').map(({ localName }) => localName)).toEqual(['h1', 'a', 'label', 'input']);
  expect(candidates(document, 'show')).toEqual([find('label input')]);
});
