import { beforeEach, expect, test } from 'vitest';
import { createChosenPlaces } from '../../../shared/browser/cobrowse/filter/chosen-places.ts';
import { candidates } from '../../../shared/browser/cobrowse/pick/candidates.ts';
import { atMost, type RootOf, underArea } from '../../../shared/browser/cobrowse/pick/under-area.ts';
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

const boxOf = (selector: string) => find(selector).getBoundingClientRect();
const openRoot: RootOf = ({ shadowRoot }) => shadowRoot;
const idsUnder = (area: DOMRect, rootOf = openRoot) => underArea(document, area, rootOf).map(({ id }) => id);

test('an area takes the outermost elements that lie mostly in it', () => {
  put(
    '<style>div{height:50px;width:200px}p{margin:0}</style><div id="a"><p>a</p></div><div id="b"></div><div id="c"></div>',
  );
  const { top } = boxOf('#a');
  expect(idsUnder(new DOMRect(0, top, 250, boxOf('#b').bottom - top + 20))).toEqual(['a', 'b']);
});

test('[D10] an area takes all whose words or picture it touches, however little, and not the rest of a line', () => {
  put(
    '<style>p,img{display:block;margin:10px 0;width:400px}img{height:40px}</style><p id="a">one two</p><img id="b"><p id="c">three</p>',
  );
  const words = document.createRange();
  words.selectNodeContents(find('#a'));
  const { left, right, top } = words.getBoundingClientRect();
  expect(idsUnder(new DOMRect(right - 4, top + 4, 100, 4))).toEqual(['a']);
  expect(idsUnder(new DOMRect(right + 4, top + 4, 100, 4))).toEqual([]);
  expect(idsUnder(new DOMRect(left, boxOf('#b').bottom - 3, 30, boxOf('#c').top - boxOf('#b').bottom))).toEqual(['b']);
});

test('[D10] an area takes what an open shadow root holds, and a picture in the ground', () => {
  put(
    '<div id="host"></div><div id="ground" style="width:300px;height:100px;background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)"></div>',
  );
  const root = find('#host').attachShadow({ mode: 'open' });
  root.innerHTML = '<p style="width:300px">first</p><p id="second" style="width:300px">second</p>';
  const second = root.querySelector('#second')?.getBoundingClientRect();
  expect(idsUnder(new DOMRect(second?.left ?? 0, (second?.top ?? 0) + 4, 20, 6))).toEqual(['second']);
  expect(idsUnder(new DOMRect(200, boxOf('#ground').top + 10, 20, 20))).toEqual(['ground']);
});

test('[D10] an area takes the host of a closed shadow root of which it touches words, also beside light children', () => {
  put('<x-card id="card"><b slot="b" id="light">light</b></x-card><p id="after">after</p>');
  const card = find('#card');
  const closed = card.attachShadow({ mode: 'closed' });
  closed.innerHTML = '<p id="inner" style="width:300px">inner</p><slot name="b"></slot>';
  const inner = closed.querySelector('#inner')?.getBoundingClientRect();
  const area = new DOMRect(inner?.left ?? 0, (inner?.top ?? 0) + 4, 10, 4);
  const looksInto: RootOf = (element) => (element === card ? closed : element.shadowRoot);
  expect(idsUnder(area, looksInto)).toEqual(['card']);
  const light = boxOf('#light');
  expect(idsUnder(new DOMRect(light.left, light.top + 4, 10, 4), looksInto)).toEqual(['light']);
  expect(idsUnder(new DOMRect(0, boxOf('#after').top + 4, 20, 4), looksInto)).toEqual(['after']);
});

test('[D10] an area over more things than may be hidden at once hides more of the page, never less', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `<li><b>a${at}</b> <i>b${at}</i></li>`).join('');
  put(`<ul id="list">${rows}</ul><p id="after">after</p>`);
  const all = [...find('#list').querySelectorAll('b, i')];
  const few = atMost(all, 10);
  expect(few.length).toBeLessThanOrEqual(10);
  expect(all.every((element) => few.some((one) => one.contains(element)))).toBe(true);
  expect(few.some((one) => one.contains(find('#after')))).toBe(false);
});

test('Tab goes through what holds words or pictures; for showing, through fields that are no passwords', () => {
  put('<main><h1>Title</h1><a href="#"><b>link</b></a><label>Name<input></label><input type="password"><hr></main>');
  expect(candidates(document, 'hide').map(({ localName }) => localName)).toEqual(['h1', 'a', 'label', 'input']);
  expect(candidates(document, 'show')).toEqual([find('label input')]);
});
