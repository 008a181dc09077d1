import { expect, test } from 'vitest';
import { createOpenedTabs } from '../../../extension/sharing/opened-tabs.ts';

const isShowable = (url: string | undefined) => url?.startsWith('https://') ?? false;
const url = 'https://shop.example/offer?id=1';
const tab = { id: 7, openerTabId: 1, title: 'Offer' };

function open() {
  const clock = { ms: 0 };
  return { clock, opened: createOpenedTabs(isShowable, () => clock.ms) };
}

test('[B5] a tab with an opener is told of once it has a web address, without that address', () => {
  const { opened } = open();
  opened.created(tab, null);
  expect(opened.updated({ ...tab, url: 'about:blank' })).toBe(null);
  const page = { pageId: 7, openerId: 1, title: 'Offer', origin: 'https://shop.example', isSure: true };
  expect(opened.updated({ ...tab, url })).toEqual(page);
  expect(opened.updated({ ...tab, url, title: '' })).toEqual({ ...page, title: 'https://shop.example' });
});

test('[B5] of a window that a page opens no browser names the opener: it is the page that was looked at, and not sure', () => {
  const { opened } = open();
  opened.created({ id: 7 }, 3);
  expect(opened.updated({ id: 7, url, title: 'Offer' })).toMatchObject({ openerId: 3, isSure: false });
});

test('[B5] a tab that the customer has opened and typed an address in is none', () => {
  const { clock, opened } = open();
  opened.created(tab, null);
  clock.ms = 1_500;
  expect(opened.updated({ ...tab, url })).toMatchObject({ isSure: false });
  opened.created({ ...tab, id: 8 }, null);
  clock.ms += 10_001;
  expect(opened.updated({ ...tab, id: 8, url })).toBe(null);
  expect(opened.updated({ ...tab, id: 8, url })).toBe(null);
});

test('a slow page whose address the browser named at once is sure', () => {
  const { clock, opened } = open();
  opened.created({ ...tab, pendingUrl: url }, null);
  clock.ms = 5_000;
  expect(opened.updated({ ...tab, url })).toMatchObject({ isSure: true });
});

test('a tab without opener, and one that has closed, are nobody’s', () => {
  const { opened } = open();
  opened.created({ id: 7 }, null);
  expect(opened.updated({ id: 7, url })).toBe(null);
  opened.created(tab, null);
  opened.closed(7);
  expect(opened.updated({ ...tab, url })).toBe(null);
});

test('[B9] a tab that was told of before a reload of the window is told of as it is now, and is as sure as it was', () => {
  const { clock, opened } = open();
  clock.ms = 60_000;
  const page = { pageId: 7, openerId: 1, title: 'Offer', origin: 'https://shop.example', isSure: false };
  opened.known(page);
  expect(opened.updated({ ...tab, title: 'x'.repeat(999), url: 'https://other.example/' })).toEqual({
    ...page,
    title: 'x'.repeat(200),
    origin: 'https://other.example',
  });
  opened.closed(7);
  expect(opened.updated({ ...tab, url })).toBe(null);
});
