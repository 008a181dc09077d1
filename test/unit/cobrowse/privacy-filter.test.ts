import type { eventWithTime, serializedNodeWithId } from '@rrweb/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElementView } from '../../../shared/browser/cobrowse/filter/filter-rule.ts';
import { createPrivacyFilter } from '../../../shared/browser/cobrowse/filter/privacy-filter.ts';
import { filterRules } from '../../../shared/browser/cobrowse/filter/rules.ts';
import { stripCssUrls, stripUrl } from '../../../shared/browser/cobrowse/filter/strip-url.ts';

const view = (tag: string, inputType = '', more: Partial<ElementView> = {}): ElementView => ({
  tag,
  inputType,
  secret: inputType === 'password' || inputType === 'hidden',
  typedInto: tag === 'textarea',
  imageSize: null,
  ...more,
});
const filterFor = (element: ElementView) =>
  createPrivacyFilter(filterRules, { element: () => element, parentOf: () => element });

const attributeEvent = (attributes: Record<string, string>): eventWithTime => ({
  type: 3,
  timestamp: 0,
  data: { source: 0, texts: [], removes: [], adds: [], attributes: [{ id: 1, attributes }] },
});
const kept = (element: ElementView, attributes: Record<string, string>) => {
  const event = filterFor(element)(attributeEvent(attributes));
  return event?.type === 3 && event.data.source === 0 ? event.data.attributes[0]?.attributes : undefined;
};

test.each([
  [view('input', 'text'), { value: '******' }],
  [view('input', 'email'), { value: '******' }],
  [view('input', 'password'), {}],
  [view('input', 'hidden'), {}],
  [view('input', 'text', { secret: true }), {}],
  [view('input', 'checkbox'), {}],
  [view('input', 'submit'), { value: 'SECRET' }],
  [view('option'), { value: 'SECRET' }],
  [view(''), { value: '******' }],
])('the value of %o leaves as %o', (element, expected) => {
  expect(kept(element, { value: 'SECRET' })).toEqual(expected);
});

test('what only the page’s own scripts read of its metadata does not leave', () => {
  expect(kept(view('meta'), { name: '_csrf', content: 'SECRET' })).toEqual({ name: '_csrf' });
});

test.each([
  ['https://a.b/c?token=1#x', 'https://a.b/c'],
  ['https://user:pass@a.b/c', 'https://a.b/c'],
  ['//user:pass@a.b/c', '//a.b/c'],
  ['/path?x', '/path'],
  ['?x', ''],
  ['#icon', '#icon'],
  ['javascript:alert(1)', ''],
  ['mailto:me@x', ''],
  ['blob:https://a/1', ''],
  ['data:image/png,A?b', 'data:image/png,A?b'],
])('the address %s leaves as %s', (url, expected) => {
  expect(stripUrl(url)).toBe(expected);
});

test('no query leaves in a style sheet', () => {
  expect(stripCssUrls("a { background: url('/i.png?SECRET') } b { src: url(/f.woff#SECRET) }")).not.toContain('SECRET');
});

test('a picture leaves as an empty one of its size, and its address not at all', () => {
  const image = view('img', '', { imageSize: { width: 120, height: 80 } });
  const src = kept(image, { src: 'https://a.b/SECRET.png' })?.['src'];
  expect(src).toMatch(/^data:image\/svg\+xml,.*width='120' height='80'/);
  expect(src).not.toContain('SECRET');
  expect(kept(view('img'), { src: '/not-loaded.png' })).toEqual({});
  expect(kept(view('img'), { src: 'data:image/png;base64,AA==' })).toEqual({ src: 'data:image/png;base64,AA==' });
});

test('srcset, srcdoc, ping and nonce do not leave', () => {
  expect(kept(view('img'), { srcset: 'x', srcdoc: 'x', ping: 'x', nonce: 'x', alt: 'kept' })).toEqual({ alt: 'kept' });
});

test('what is typed leaves as a mask of one length', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 64 }), (text) => {
      const input = filterFor(view('input', 'text'))({
        type: 3,
        timestamp: 0,
        data: { source: 5, id: 1, text, isChecked: false },
      });
      expect(input).toMatchObject({ data: { text: '******' } });
    }),
  );
});

test('a hidden field says nothing at all', () => {
  const event: eventWithTime = { type: 3, timestamp: 0, data: { source: 5, id: 1, text: 'SECRET', isChecked: false } };
  expect(filterFor(view('input', 'hidden'))(event)).toBe(null);
});

test('of a whole tree, 50,000 deep, not one planted value leaves', () => {
  let node: serializedNodeWithId = { type: 3, id: 0, textContent: 'SECRET' };
  for (let id = 1; id < 50_000; id++) {
    node = { type: 2, id, tagName: 'textarea', attributes: { value: 'SECRET', href: '/x?SECRET' }, childNodes: [node] };
  }
  const event = filterFor(view('textarea'))({
    type: 2,
    timestamp: 0,
    data: { node, initialOffset: { top: 0, left: 0 } },
  });
  let leaks = 0;
  const stack = event?.type === 2 ? [event.data.node] : [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if ('textContent' in next && next.textContent.includes('SECRET')) leaks += 1;
    if ('attributes' in next && JSON.stringify(next.attributes).includes('SECRET')) leaks += 1;
    if ('childNodes' in next) stack.push(...next.childNodes);
  }
  expect(leaks).toBe(0);
});

test('kinds of events that nobody has thought of do not leave', () => {
  const filter = filterFor(view('p'));
  for (const type of [0, 1, 5, 6, 7, 8]) expect(filter({ type, timestamp: 0, data: {} } as eventWithTime)).toBe(null);
  for (const source of [1, 6, 7, 9, 10, 11, 12, 16, 99]) {
    expect(filter({ type: 3, timestamp: 0, data: { source } } as unknown as eventWithTime)).toBe(null);
  }
});
