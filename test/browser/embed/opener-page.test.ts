import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOpenerPage, type OpenerPage } from '../../../shared/browser/embed/opener-page.ts';
import type { EmbedCall } from '../../../shared/protocol/embed.ts';

const shop = 'https://shop.example';

let life: AbortController;
let frame: HTMLIFrameElement;
let opener: Window;
let calls: EmbedCall[];
let page: OpenerPage;
const called = () => vi.waitFor(() => expect(calls.length).toBeGreaterThan(0));

beforeEach(async () => {
  life = new AbortController();
  frame = document.body.appendChild(document.createElement('iframe'));
  opener = frame.contentWindow as Window;
  calls = [];
  opener.addEventListener('message', ({ data }: MessageEvent<EmbedCall>) => calls.push(data));
  page = createOpenerPage(opener, { signal: life.signal });
  await called();
});
afterEach(() => {
  life.abort();
  frame.remove();
});

interface Answer {
  source?: Window;
  origin?: string;
  data?: object;
  port?: boolean;
}
/** What the browser would deliver; gives the page's end of the port. */
function answer({ source = opener, origin = shop, data = {}, port = true }: Answer = {}): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const about = { type: 'beside.answer', word: calls.at(-1)?.word, title: 'Garden', path: '/', ...data };
  window.dispatchEvent(new MessageEvent('message', { source, origin, data: about, ports: port ? [port2] : [] }));
  return port1;
}

test('E1: the call says nothing but a word, and goes on for as long as the window is open', async () => {
  answer();
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(2), 3_000);
  expect(Object.keys(calls[0] ?? {}).sort()).toEqual(['talking', 'type', 'word']);
  expect(new Set(calls.map(({ word }) => word)).size).toBe(1);
  expect(calls.at(-1)?.talking).toBe(true);
});

test.each<[string, Answer]>([
  ['from another window', { source: window }],
  ['with another word', { data: { word: 'A'.repeat(22) } }],
  ['without a port', { port: false }],
  ['from a file or a sandbox', { origin: 'null' }],
  ['that names its origin itself', { data: { origin: 'https://bank.example' } }],
  ['with a title of a megabyte', { data: { title: 'x'.repeat(1_000_000) } }],
  ['with an address for a path', { data: { path: 'https://bank.example/' } }],
])('E2: an answer %s is none', (_what, wrong) => {
  answer(wrong);
  expect(page.there.value).toBeNull();
});

test('E2: one answer counts for one call, and its origin is the browser’s word', () => {
  answer();
  answer({ origin: 'https://bank.example' });
  expect(page.there.value).toMatchObject({ origin: shop, title: 'Garden', answer: 1 });
});

test('E3: what does not fit the schema is dropped, and all that follows is heard', async () => {
  const heard: unknown[] = [];
  page.listen((message) => heard.push(message), life.signal);
  const port = answer();
  const documentId = 'd'.repeat(22);
  for (const message of [
    null,
    'embed.said',
    { type: 'share.grant' },
    { type: 'embed.said', message: { type: 'page.ready', documentId, more: 1 } },
  ])
    port.postMessage(message);
  port.postMessage({ type: 'embed.said', message: { type: 'page.ready', documentId } });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
});

test('E3: titles that never rest are told five times a second, and before what is said after them', async () => {
  const titles: string[] = [];
  const dispose = page.there.subscribe((now) => void titles.push(now?.title ?? ''));
  const port = answer();
  const said = { type: 'embed.said', message: { type: 'page.own-input' } };
  let titleAtSaid = '';
  page.listen(() => (titleAtSaid = page.there.value?.title ?? ''), life.signal);
  for (let at = 0; at < 500; at += 1) port.postMessage({ type: 'embed.about', title: `${at}`, path: '/' });
  port.postMessage(said);
  await vi.waitFor(() => expect(titleAtSaid).toBe('499'));
  expect(titles.length).toBeLessThan(8);
  dispose();
});

test('E5: a document that says good-bye is gone at once, and the next one is heard', async () => {
  const port = answer();
  port.postMessage({ type: 'embed.left' });
  await vi.waitFor(() => expect(page.there.value).toBeNull());
  const { length } = calls;
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(length));
  expect(calls.at(-1)?.talking).toBe(false);
  answer({ data: { title: 'Next' } });
  expect(page.there.value).toMatchObject({ title: 'Next', answer: 2 });
});

test('E5: a page that was closed is closed for good', async () => {
  answer();
  frame.remove();
  await vi.waitFor(() => expect([page.closed.value, page.there.value]).toEqual([true, null]));
});
