import { afterEach, expect, test, vi } from 'vitest';
import { startPageLog } from '../../../shared/browser/cobrowse/log/page-log.ts';
import { sayValue } from '../../../shared/browser/cobrowse/log/say-value.ts';
import { pageLogLimits, type PageLogLine } from '../../../shared/protocol/page-log.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

function watch() {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const win = frame.contentWindow as Window & typeof globalThis;
  const lines: PageLogLine[] = [];
  let dropped = 0;
  const log = startPageLog({
    win,
    filter: () => (text) => text.replaceAll('secret', '***'),
    address: (url) => url.replace(/\?.*/, ''),
    post(told) {
      lines.push(...told.lines);
      dropped += told.dropped;
    },
  });
  stop = () => {
    log.stop();
    frame.remove();
  };
  return { win, lines, log, dropped: () => dropped };
}
const kindsAndTexts = (lines: readonly PageLogLine[]) => lines.map(({ kind, text }) => `${kind} ${text}`);

test('[DT2] what the page writes for its developers is told, filtered, and still written', async () => {
  const { win, lines } = watch();
  win.console.warn('a secret', { deep: { deeper: { deepest: 1 } }, list: [1, 2] });
  win.console.assert(false, 'no');
  win.console.assert(true, 'yes');
  await vi.waitFor(() => expect(lines.length).toBe(2));
  expect(kindsAndTexts(lines)).toEqual(['warning a *** {deep: {deeper: {…}}, list: [1, 2]}', 'error no']);
});

test('[DT2] what is thrown and not caught is told, with where, without its query', async () => {
  const { win, lines } = watch();
  win.dispatchEvent(new win.ErrorEvent('error', { message: 'x is null', filename: 'https://shop.example/a.js?k=1' }));
  void win.Promise.reject(new win.TypeError('no promise'));
  await vi.waitFor(() => expect(kindsAndTexts(lines)).toContain('error TypeError: no promise'));
  expect(lines[0]).toMatchObject({ text: 'x is null', address: 'https://shop.example/a.js' });
});

test('[DT2] requests that fail are told with their status, others are not, and the page gets its own answers', async () => {
  const { win, lines } = watch();
  const missing = await win.fetch('/there-is-no-such-thing?token=1', { method: 'POST' });
  expect(missing.status).toBeGreaterThanOrEqual(400);
  expect((await win.fetch(location.href)).ok).toBe(true);
  await expect(win.fetch('http://127.0.0.1:9/')).rejects.toThrow();
  const given = new AbortController();
  const stopped = win.fetch('/', { signal: given.signal });
  given.abort();
  await expect(stopped).rejects.toThrow();
  const xhr = new win.XMLHttpRequest();
  xhr.open('GET', '/there-is-no-such-thing');
  await new Promise((done) => {
    xhr.onloadend = done;
    xhr.send();
  });
  const image = win.document.body.appendChild(win.document.createElement('img'));
  image.src = '/no-picture.png';
  await vi.waitFor(() => expect(lines.length).toBe(4));
  expect(lines.map(({ kind, text, status }) => [kind, text, status])).toEqual([
    ['request', 'POST', missing.status],
    ['request', 'GET', 0],
    ['request', 'GET', xhr.status],
    ['request', 'GET', 0],
  ]);
  expect(lines.every(({ address }) => !address.includes('token'))).toBe(true);
});

test('[DT2] after its end nothing is told, and the page has its own functions again', async () => {
  const { win, lines, log } = watch();
  const wrapped = win.fetch;
  log.stop();
  expect(win.fetch).not.toBe(wrapped);
  win.console.error('late');
  await wrapped('/there-is-no-such-thing');
  await new Promise((done) => setTimeout(done, 300));
  expect(lines).toEqual([]);
});

test('[DT3] a page that writes without end costs a bounded number of lines, and says how many are missing', async () => {
  const { win, lines, dropped } = watch();
  for (let count = 0; count < 1_000; count += 1) win.console.log(count);
  await vi.waitFor(() => expect(lines.length).toBe(pageLogLimits.linesPerSecond));
  expect(dropped()).toBe(1_000 - pageLogLimits.linesPerSecond);
});

test('[DT2] saying a value runs no code of the page', () => {
  let ran = 0;
  const trap = {
    get getter() {
      ran += 1;
      return 1;
    },
    toString() {
      ran += 1;
      return '';
    },
    toJSON() {
      ran += 1;
    },
  };
  expect(sayValue(trap)).toContain('getter: undefined');
  const loop: unknown[] = [];
  loop.push(loop);
  expect(sayValue(loop)).toBe('[[[…]]]');
  expect(ran).toBe(0);
});
