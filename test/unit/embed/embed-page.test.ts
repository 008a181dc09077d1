import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEmbedMemory } from '../../../shared/browser/embed/embed-memory.ts';
import { createEmbedPage } from '../../../shared/browser/embed/embed-page.ts';
import { createEmbedSharing } from '../../../shared/browser/embed/embed-sharing.ts';
import type { OpenerPage, PageThere } from '../../../shared/browser/embed/opener-page.ts';
import type { FromFrame } from '../../../shared/browser/cobrowse/recorded-page.ts';
import type { ToEmbed } from '../../../shared/protocol/embed.ts';

const shop = 'https://shop.example';
const documentId = 'd'.repeat(22);
const ready = { type: 'page.ready', documentId } as const;

let life: AbortController;
let posted: ToEmbed[];
const there = signal<PageThere | null>(null);
const closed = signal(false);
let hear: Parameters<OpenerPage['listen']>[0];
const opener: OpenerPage = {
  there,
  closed,
  post: (message) => void posted.push(message),
  listen: (listener) => (hear = listener),
};
const at = (answer: number, origin = shop, path = '/a?b=c#d'): PageThere => ({ answer, origin, path, title: 'Title' });

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  posted = [];
  there.value = null;
  closed.value = false;
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function open() {
  const page = createEmbedPage({
    opener,
    origin: shop,
    indicator: { text: 'Shown', controlled: false },
    signal: life.signal,
  });
  const heard: FromFrame[] = [];
  page.receive((message) => heard.push(message));
  return { page, heard };
}
const types = () => posted.map(({ type }) => type);

test('E5: a document of the site is opened when it answers, and so is the next one', () => {
  const { page, heard } = open();
  there.value = at(1);
  hear({ type: 'embed.said', message: ready });
  there.value = null;
  there.value = at(2);
  expect(types()).toEqual(['embed.open', 'embed.open']);
  expect(heard.map(({ type }) => type)).toEqual(['page.ready', 'page.left']);
  expect(page.info.value).toEqual({ title: 'Title', url: `${shop}/a`, origin: shop, address: `${shop}/a?b=c#d` });
});

test('E5: a document that has gone is said to be elsewhere when none has come for three seconds', () => {
  const { page } = open();
  there.value = at(1);
  hear({ type: 'embed.said', message: ready });
  there.value = null;
  vi.advanceTimersByTime(2_900);
  expect(page.hidden.value).toBeNull();
  vi.advanceTimersByTime(200);
  expect(page.hidden.value).toBe('left-site');
  there.value = at(2);
  hear({ type: 'embed.said', message: ready });
  expect(page.hidden.value).toBeNull();
});

test('E5: a page of another site is not opened, and its title is not taken', () => {
  const { page } = open();
  there.value = at(1, 'https://bank.example');
  expect([types(), page.hidden.value]).toEqual([[], 'left-site']);
  expect(page.info.value).toEqual({ title: '', url: 'https://bank.example/', origin: 'https://bank.example' });
  page.post({ type: 'page.record' });
  page.navigate('back');
  expect(types()).toEqual([]);
});

test('E4: a path is no other origin, however it is written', () => {
  const { page } = open();
  there.value = at(1, shop, '//bank.example/x');
  expect(page.info.value?.url).toBe(`${shop}//bank.example/x`);
});

test('E3: what the page could have us fetch for it is not heard', () => {
  const { heard } = open();
  there.value = at(1);
  const url = 'https://intranet.example/';
  hear({
    type: 'embed.said',
    message: { type: 'page.asset-seen', documentId, asset: 1, kind: 'image', url, near: true },
  });
  expect(heard).toEqual([]);
});

test('the end of the share stops the recorder and takes the frame away', () => {
  open();
  there.value = at(1);
  life.abort();
  expect(types()).toEqual(['embed.open', 'embed.tell', 'embed.close']);
});

test('E6: what was allowed for one site is not allowed for the next, after a reload too', async () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const sharing = () => createEmbedSharing(opener, createEmbedMemory('seat', storage as Storage), '/player');
  const nameHere = async () => (await sharing().pages()).pages.map(({ id, origin }) => ({ id, origin }));
  there.value = at(1);
  expect(await nameHere()).toEqual([{ id: 1, origin: shop }]);
  there.value = at(2, 'https://bank.example');
  expect(await nameHere()).toEqual([{ id: 2, origin: 'https://bank.example' }]);
  sharing().open(1, { text: '', controlled: false }, life.signal);
  expect(types()).toEqual([]);
  expect(createEmbedMemory('another', storage as Storage).originOf(1)).toBe('');
});
