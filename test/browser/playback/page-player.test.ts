import { expect, onTestFinished, test, vi } from 'vitest';
import type { ToPageWorker } from '../../../shared/browser/playback/page/page-messages.ts';
import { createPagePlayer } from '../../../shared/browser/playback/page/page-player.ts';
import { openPlayerPage } from '../../lab/player-page.ts';
import { openSession } from '../../lab/open-session.ts';
import { recordSession } from '../../lab/recorded-session.ts';
import { adding, changing, marked, mutation, pageIds, pageWith, withIds } from '../../support/hostile-page.ts';
import { hostileStyleChanges, hostileVectors } from '../../support/hostile-vectors.ts';
import { pageTrack } from '../../support/page-track.ts';

const minute = 60_000;
/** Of a machine that has much else to do. */
const longMs = 20_000;

async function openPlayback() {
  const page = await openPlayerPage();
  const life = new AbortController();
  const worker = new Worker(new URL('../../../shared/browser/playback/page/page-worker.ts', import.meta.url), {
    type: 'module',
  });
  const posted: string[] = [];
  const post = worker.postMessage.bind(worker);
  Object.assign(worker, {
    postMessage(message: ToPageWorker, given: Transferable[]) {
      posted.push(message.type);
      post(message, given);
    },
  });
  const player = createPagePlayer({ worker, signal: life.signal });
  player.attach(page.port);
  const seeks = () => posted.filter((type) => type === 'seek').length;
  onTestFinished(() => {
    life.abort();
    document.body.replaceChildren();
  });
  function load(chunks: readonly Uint8Array[], endsAt: number, startsAt = 0) {
    player.feed({ type: 'track', startsAt });
    for (const chunk of chunks) player.feed({ type: 'bytes', bytes: chunk.slice() });
    player.feed({ type: 'end', endsAt });
    player.feed({ type: 'complete' });
  }
  return { ...page, player, load, seeks };
}

test('[O1][O2] a real page is shown as it was at any moment, forwards and backwards, and goes on from there', async () => {
  const session = await openSession(
    '<h1>Cart</h1><input id="name"><ul></ul><img alt="" width="8"><style>h1 { color: rgb(1, 2, 3) }</style>',
  );
  const { doc, win } = session.page;
  const recorded = recordSession(session);
  recorded.take(0);
  doc.querySelector('h1')?.replaceChildren('Checkout');
  await session.until((mirror) => mirror.querySelector('h1')?.textContent === 'Checkout');
  recorded.take(10 * minute);
  const field = doc.querySelector('input') as HTMLInputElement;
  field.value = 'Novák';
  field.dispatchEvent(new win.Event('input', { bubbles: true }));
  doc.querySelector('style')?.sheet?.insertRule('h1 { background-color: rgb(9, 8, 7) }', 1);
  for (let at = 0; at < 300; at += 1) doc.querySelector('ul')?.append(doc.createElement('li'));
  await session.until((mirror) => mirror.querySelectorAll('li').length === 300);
  await session.until(
    (mirror) =>
      mirror.defaultView?.getComputedStyle(mirror.querySelector('h1') as Element).backgroundColor === 'rgb(9, 8, 7)',
  );
  recorded.take(30 * minute);
  doc.querySelector('h1')?.replaceChildren('Thank you');
  doc.querySelector('ul')?.replaceChildren();
  await session.until((mirror) => mirror.querySelectorAll('li').length === 0);
  recorded.take(50 * minute);
  const typed = session.mirror().querySelector('input')?.value;
  session.close();

  const { player, load, mirror } = await openPlayback();
  load(recorded.records, 60 * minute);
  const heading = () => mirror().querySelector('h1')?.textContent;
  await player.seek(55 * minute);
  expect(heading()).toBe('Thank you');
  expect(player.sight.value).toMatchObject({ title: 'Shop', blank: null });
  await player.seek(40 * minute);
  expect(heading()).toBe('Checkout');
  expect(mirror().querySelectorAll('li').length).toBe(300);
  expect(mirror().querySelector('input')?.value).toBe(typed);
  const look = mirror().defaultView?.getComputedStyle(mirror().querySelector('h1') as Element);
  expect(look?.color).toBe('rgb(1, 2, 3)');
  expect(look?.backgroundColor).toBe('rgb(9, 8, 7)');
  await player.seek(5 * minute);
  expect(heading()).toBe('Cart');
  player.advance(15 * minute);
  await vi.waitUntil(() => heading() === 'Checkout', { timeout: longMs });
  player.advance(60 * minute);
  await vi.waitUntil(() => player.sight.value.blank === 'stopped', { timeout: longMs });
});

test('[O1] the first moment is shown while the rest is still coming, and another once it has come', async () => {
  const { player, mirror } = await openPlayback();
  const mark = () => mirror().body.dataset['mark'];
  const track = pageTrack();
  track.snapshot(0, pageWith([], 'first'));
  track.events(1_000, [marked('second')]);
  player.feed({ type: 'track', startsAt: 0 });
  player.feed({ type: 'bytes', bytes: track.bytes() });
  await player.seek(500);
  expect(mark()).toBe('first');
  const later = player.seek(20 * minute);
  await player.find('anything');
  expect(mark()).toBe('first');
  expect(player.known.value.isSeeking).toBe(true);
  const before = track.bytes().length;
  track.events(19 * minute, [marked('third')]);
  player.feed({ type: 'bytes', bytes: track.bytes().slice(before) });
  player.feed({ type: 'end', endsAt: 30 * minute });
  player.feed({ type: 'complete' });
  await later;
  expect(mark()).toBe('third');
});

test('[O1] within a page a seek changes what stands, also one that is overtaken, and the seconds between go by in order', async () => {
  const { player, load, mirror, seeks } = await openPlayback();
  const track = pageTrack();
  const rows = Array.from({ length: 50 }, (_, at) => ({ type: 3, id: 1_000 + at, textContent: `row ${at}` }));
  track.snapshot(0, pageWith(rows, '0'));
  for (let at = 1; at < 600; at += 1) {
    track.events(at * 1_000, [
      marked(String(at)),
      mutation({ texts: [{ id: 1_000, value: `row 0 in second ${at}` }] }),
    ]);
  }
  load([track.bytes()], 600_000);
  const shows = (at: number) => {
    expect(mirror().body.dataset['mark']).toBe(String(at));
    expect(mirror().body.textContent).toContain(at === 0 ? 'row 0row 1' : `row 0 in second ${at}row 1`);
  };
  await player.seek(300_000);
  const doc = mirror();
  for (const at of [10, 590, 0, 3, 200]) {
    await player.seek(at * 1_000);
    shows(at);
    expect(mirror()).toBe(doc);
  }
  await vi.waitUntil(() => player.known.value.until >= 600_000, { timeout: longMs });
  const before = seeks();
  // As the slider is drawn: of those on the way only the last one is looked up.
  for (let at = 0; at < 20; at += 1) void player.seek((at % 2 === 0 ? 100 : 500) * 1_000 + at);
  await player.seek(400_000);
  expect(seeks() - before).toBe(2);
  shows(400);
  expect(mirror()).toBe(doc);
  player.advance(420_000);
  await vi.waitUntil(() => mirror().body.dataset['mark'] === '420', { timeout: longMs });
  shows(420);
});

test('[O1] a player page that comes late, or anew, shows what was sought last', async () => {
  const { player, load, mirror } = await openPlayback();
  const track = pageTrack();
  track.snapshot(0, pageWith([], 'first'));
  track.events(60_000, [marked('second')]);
  load([track.bytes()], 120_000);
  await player.seek(90_000);
  expect(mirror().body.dataset['mark']).toBe('second');
  const other = await openPlayerPage();
  player.attach(other.port);
  await vi.waitUntil(() => !player.known.value.isSeeking, { timeout: longMs });
  expect(other.mirror().body.dataset['mark']).toBe('second');
});

test('[O4] words of the page are found, and what is missing is known', async () => {
  const track = pageTrack();
  track.titled(0, 'Shop');
  track.snapshot(0, pageWith([{ type: 3, id: 50, textContent: 'Zahradní křesla' }], 'one'));
  track.events(2 * minute, [mutation({ texts: [{ id: 50, value: 'Garden chairs, four of them' }] })]);
  const [seen, ...before] = track.chunks();
  const { player, load } = await openPlayback();
  const later = pageTrack();
  later.snapshot(9 * minute, pageWith([{ type: 3, id: 50, textContent: 'after' }], 'two'));
  load([seen as Uint8Array, ...before], 3 * minute);
  expect((await player.find('zahradni')).map(({ at }) => at)).toEqual([0]);
  expect(await player.find('CHAIRS')).toEqual([{ at: 2 * minute, text: 'Garden chairs, four of them' }]);
  expect(await player.find('nowhere')).toEqual([]);

  const { player: other } = await openPlayback();
  other.feed({ type: 'track', startsAt: 0 });
  for (const chunk of before) other.feed({ type: 'bytes', bytes: chunk.slice() });
  other.feed({ type: 'bytes', bytes: (seen as Uint8Array).slice() });
  other.feed({ type: 'gap' });
  other.feed({ type: 'bytes', bytes: later.bytes() });
  other.feed({ type: 'end', endsAt: 10 * minute });
  other.feed({ type: 'complete' });
  await vi.waitUntil(() => other.known.value.until >= 10 * minute, { timeout: longMs });
  expect(other.known.value.missing).toEqual([[2 * minute, 9 * minute]]);
  await other.seek(5 * minute);
  expect(other.sight.value.blank).toBe('lost');
});

test('[O3] a hostile page is as harmless in a recording: it runs nothing and asks for nothing', async () => {
  const evil = 'http://127.0.0.1:9/evil';
  const vectors = hostileVectors(evil, 'http://127.0.0.1:9');
  const track = pageTrack();
  let at = 0;
  for (const { nodes, name } of vectors) {
    at += 1_000;
    track.snapshot(at, pageWith(nodes.map(withIds), name));
    track.events(at + 300, [adding(nodes)]);
    track.events(at + 600, changing(nodes));
  }
  const changes = hostileStyleChanges(evil, { style: pageIds.style, text: pageIds.text, body: pageIds.body });
  track.events(
    at + 900,
    changes.map((data) => ({ type: 3, timestamp: 2, data })),
  );
  // So that key frames are made of what all of them have left behind.
  track.events(at + 60_000, [mutation({})]);
  track.events(at + 120_000, [mutation({})]);
  const { player, load, mirror, violations, frame } = await openPlayback();
  load(track.chunks(), at + 180_000);
  for (const moment of [at + 150_000, at + 500, ...vectors.map((_one, index) => (index + 1) * 1_000 + 700)]) {
    await player.seek(moment);
    expect(player.sight.value.blank).toBe(null);
    expect(player.problem.value).not.toBe('damaged');
    mirror();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(violations).toEqual([]);
  const doc = mirror();
  for (const win of [window, frame.contentWindow, doc.defaultView]) {
    const urls = win?.performance.getEntriesByType('resource').map(({ name }) => name) ?? [];
    expect(urls.filter((url) => url.startsWith(evil))).toEqual([]);
  }
  expect('pwned' in window || 'pwned' in (top ?? {})).toBe(false);
});
