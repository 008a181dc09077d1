import { expect, onTestFinished, test, vi } from 'vitest';
import { openPlayerPort } from '../../../shared/browser/cobrowse/play/player-port.ts';
import type { FromPlayer } from '../../../shared/browser/cobrowse/play/player-messages.ts';
import { createBodyWriter } from '../../../shared/browser/cobrowse/wire/body.ts';
import { openPlayerPage } from '../../lab/player-page.ts';

const evil = 'http://127.0.0.1:9/evil';
const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const viewport = { width: 800, height: 600, pixelRatio: 1 };

type Raw = Record<string, unknown>;
let nextId = 10;
const el = (tagName: string, attributes: Raw = {}, childNodes: Raw[] = [], more: Raw = {}): Raw => ({
  type: 2,
  id: nextId++,
  tagName,
  attributes,
  childNodes,
  ...more,
});
const text = (textContent: string, more: Raw = {}): Raw => ({ type: 3, id: nextId++, textContent, ...more });
const page = (body: Raw[], timestamp = 1): Raw[] => [
  { type: 4, timestamp, data: { href: 'x', width: 800, height: 600 } },
  {
    type: 2,
    timestamp,
    data: {
      initialOffset: { top: 0, left: 0 },
      node: {
        type: 0,
        id: 1,
        childNodes: [
          { type: 1, id: 2, name: 'html', publicId: '', systemId: '' },
          {
            type: 2,
            id: 3,
            tagName: 'html',
            attributes: {},
            childNodes: [
              { type: 2, id: 4, tagName: 'head', attributes: {}, childNodes: [] },
              { type: 2, id: 5, tagName: 'body', attributes: {}, childNodes: body },
            ],
          },
        ],
      },
    },
  },
];
const mutation = (data: Raw, timestamp = 2): Raw => ({
  type: 3,
  timestamp,
  data: { source: 0, texts: [], attributes: [], removes: [], adds: [], ...data },
});

async function open() {
  const player = await openPlayerPage();
  const life = new AbortController();
  const heard: FromPlayer[] = [];
  const port = openPlayerPort(player.port, life.signal, (message) => {
    // Said beside it: a part of the page is left out.
    if (message.type !== 'player.cut') heard.push(message);
  });
  onTestFinished(() => {
    life.abort();
    document.body.replaceChildren();
  });
  const writer = createBodyWriter();
  let seq = 0;
  async function play(type: 'player.snapshot' | 'player.events', events: unknown) {
    const before = heard.length;
    seq += 1;
    const body = writer.write(JSON.stringify(events), type === 'player.snapshot');
    port.post({ type, frame: 0, owner: null, documentId, seq, viewport, more: false, events: body });
    await vi.waitUntil(() => heard.length > before, { timeout: 10_000 });
    return heard.at(-1)?.type;
  }
  return { ...player, play };
}

/** At least a dozen ways to run a script or fetch something. */
const vectors = (): Raw[] => [
  el('script', { src: `${evil}.js` }, [text('parent.pwned = 1')]),
  el('img', { src: `${evil}/1`, onerror: 'top.pwned = 1', srcset: `${evil}/2 2x` }),
  el('input', { autofocus: true, onfocus: 'top.pwned = 1' }),
  el('iframe', { src: 'javascript:top.pwned=1' }),
  el('iframe', { srcdoc: `<script>top.pwned = 1</script><img src="${evil}/3">` }),
  el('iframe', { src: `${evil}/frame` }),
  el('object', { data: `${evil}/4` }),
  el('embed', { src: `${evil}/5` }),
  el('base', { href: evil }),
  el('meta', { 'http-equiv': 'refresh', content: `0;url=${evil}/6` }),
  el('link', { rel: 'preconnect', href: evil }),
  el('link', { rel: 'stylesheet', href: `${evil}/7.css` }),
  el('link', { rel: 'stylesheet', _cssText: `@import "${evil}/8.css"; p { background: url(${evil}/9) }` }),
  el('style', {
    _cssText: `p { background: u\\72l(${evil}/10) } @\\69mport "${evil}/11"; @font-face { font-family: x; src: url(${evil}/12) }`,
  }),
  el('style', {}, [text(`p { background-image: image-set("${evil}/13" 1x) }`)]),
  el('p', { style: `background: url('${evil}/14')` }, [text('x')]),
  el(
    'svg',
    {},
    [
      el('image', { href: `${evil}/15`, 'xlink:href': `${evil}/16` }, [], { isSVG: true }),
      el('use', { href: `${evil}/17#x` }, [], { isSVG: true }),
      el('script', { href: `${evil}/18` }, [], { isSVG: true }),
      el('animate', { attributeName: 'href', to: 'javascript:top.pwned=1' }, [], { isSVG: true }),
      el('rect', { fill: `url(${evil}/19#x)` }, [], { isSVG: true }),
    ],
    { isSVG: true },
  ),
  el('video', { src: `${evil}/20`, poster: `${evil}/21`, autoplay: true, rr_mediaState: 'played' }),
  el('audio', {}, [el('source', { src: `${evil}/22` })]),
  el('form', { action: 'javascript:top.pwned=1', name: 'implementation' }, [
    el('input', { name: 'childNodes', id: 'appendChild' }),
  ]),
  el('a', { href: 'javascript:top.pwned=1', target: '_top', ping: evil, id: 'defaultView' }, [text('x')]),
  el('details', { open: true, ontoggle: 'top.pwned = 1' }),
  el('body', { background: `${evil}/23`, onload: 'top.pwned = 1' }),
  el('img', { rr_dataURL: `${evil}/24` }),
  el('x y', { 'a"b': '1' }),
  el('font-face', {}, [], { isCustom: true }),
];

test('a hostile page runs nothing and fetches nothing, not even to be stopped by the policy', async () => {
  const { play, mirror, violations, frame } = await open();
  expect(await play('player.snapshot', page([el('i')]))).toBe('player.applied');
  mirror();
  expect(await play('player.snapshot', page(vectors()))).toBe('player.applied');
  mirror();
  expect(
    await play('player.events', [mutation({ adds: vectors().map((node) => ({ parentId: 5, nextId: null, node })) })]),
  ).toBe('player.applied');
  const image = el('img');
  const style = el('style', {}, [text('p {}')]);
  expect(
    await play('player.events', [
      mutation({ adds: [image, style].map((node) => ({ parentId: 5, nextId: null, node })) }),
      mutation({
        attributes: [
          {
            id: image['id'],
            attributes: { src: `${evil}/a`, onerror: 'top.pwned = 1', style: { background: `url(${evil}/b)` } },
          },
        ],
        texts: [{ id: (style['childNodes'] as Raw[])[0]?.['id'], value: `@import "${evil}/c";` }],
      }),
      {
        type: 3,
        timestamp: 3,
        data: { source: 8, id: style['id'], adds: [{ rule: `p { background: url(${evil}/d) }` }] },
      },
      {
        type: 3,
        timestamp: 3,
        data: {
          source: 15,
          id: 1,
          styleIds: [7],
          styles: [{ styleId: 7, rules: [{ rule: `p { background: url(${evil}/e) }` }] }],
        },
      },
    ]),
  ).toBe('player.applied');
  await new Promise((resolve) => setTimeout(resolve, 300));

  const doc = mirror();
  expect(doc.querySelectorAll('script, base, meta, object, embed, link, iframe[src], iframe[srcdoc]').length).toBe(0);
  for (const element of doc.querySelectorAll('*')) {
    expect([...element.attributes].filter(({ name }) => /^on|^autofocus$|^action$/.test(name))).toEqual([]);
  }
  expect(doc.documentElement.outerHTML).not.toContain(evil);
  expect(violations).toEqual([]);
  for (const win of [window, frame.contentWindow, doc.defaultView]) {
    const urls = win?.performance.getEntriesByType('resource').map(({ name }) => name) ?? [];
    expect(urls.filter((url) => url.startsWith(evil))).toEqual([]);
  }
  expect('pwned' in window || 'pwned' in (top ?? {})).toBe(false);
});

test('names that stand in the way of the player break no later snapshot', async () => {
  const { play, mirror } = await open();
  const clobber = ['implementation', 'createElement', 'open', 'documentElement', 'childNodes', 'close', 'head'];
  await play(
    'player.snapshot',
    page(clobber.flatMap((name) => [el('form', { name, id: name }), el('img', { name, id: name })])),
  );
  expect(await play('player.snapshot', page([el('b', {}, [text('fine')])]))).toBe('player.applied');
  expect(mirror().querySelector('b')?.textContent).toBe('fine');
});

test('a tree of 5,000 levels is cut, and the rest of the page is shown', async () => {
  const { play, mirror } = await open();
  let deep = el('div');
  for (let level = 0; level < 5_000; level++) deep = el('div', {}, [deep]);
  expect(await play('player.snapshot', page([deep, el('b', {}, [text('fine')])]))).toBe('player.applied');
  expect(mirror().querySelectorAll('div').length).toBeLessThan(512);
  expect(mirror().querySelector('b')?.textContent).toBe('fine');
});

test('what is no snapshot is told, and the next snapshot is shown', async () => {
  const { play, mirror } = await open();
  for (const bad of [
    {},
    [
      {
        type: 2,
        timestamp: 1,
        data: { node: { type: 3, id: 1, textContent: '' }, initialOffset: { top: 0, left: 0 } },
      },
    ],
  ]) {
    expect(await play('player.snapshot', bad)).toBe('player.failed');
  }
  expect(await play('player.snapshot', page([el('b', {}, [text('fine')])]))).toBe('player.applied');
  expect(mirror().querySelector('b')?.textContent).toBe('fine');
});

test.each([-5_000, 5_000, -86_400_000])('a customer whose clock is %i ms off is shown at once', async (off) => {
  const { play, mirror } = await open();
  const now = Date.now() + off;
  const line = text('one');
  await play('player.snapshot', page([el('p', {}, [line])], now));
  const started = performance.now();
  await play('player.events', [mutation({ texts: [{ id: line['id'], value: 'two' }] }, now + 1)]);
  expect(mirror().querySelector('p')?.textContent).toBe('two');
  // Waiting for the clock would take all of the five seconds.
  expect(performance.now() - started).toBeLessThan(3_000);
});
