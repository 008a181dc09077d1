import { expect, onTestFinished, test, vi } from 'vitest';
import { encodeAsset } from '../../../shared/browser/cobrowse/assets/asset-wire.ts';
import { sha256 } from '../../../shared/browser/cobrowse/assets/hash.ts';
import { createKeptCache, clearKeptCache } from '../../../shared/browser/cobrowse/assets/kept-cache.ts';
import { stripSvg } from '../../../shared/browser/cobrowse/assets/strip-svg.ts';
import { startSession } from './session.ts';

// Not by `new URL`: Vite would put small ones into the address itself.
const picture = `${location.origin}/extension/icons/48.png`;
const drawing = `${location.origin}/extension/icons/icon.svg`;
const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';

type Session = Awaited<ReturnType<typeof startSession>>;
/** 0 until it is there itself: before that a grey one of its size is. */
const widthOf = (session: Session, selector: string) => {
  const image = find<HTMLImageElement>(session, selector);
  return image?.currentSrc.startsWith('blob:') ? image.naturalWidth : 0;
};
const find = <E extends Element>(session: Session, selector: string) => session.mirror().querySelector<E>(selector);

test('a picture, a poster and a background of the page show in the mirror, and no address leaves', async () => {
  const session = await startSession(
    `<img id="a" src="${picture}?token=SECRET"><svg><image id="b" href="${drawing}" width="9" height="9"></image></svg>
     <video id="c" poster="${picture}?token=SECRET"></video>
     <p id="d" style="background: url('${picture}')">d</p><style>#e::before { content: url("${picture}") }</style><p id="e">e</p>`,
  );
  await session.until(() => widthOf(session, '#a') === 48);
  await session.until(() => find(session, '#b')?.getAttribute('href')?.startsWith('blob:'));
  await session.until(() => find<HTMLVideoElement>(session, '#c')?.poster.startsWith('blob:'));
  await session.until((mirror) => {
    const style = (element: Element | null, pseudo?: string) =>
      element && mirror.defaultView?.getComputedStyle(element, pseudo);
    return (
      style(mirror.querySelector('#d'))?.backgroundImage.startsWith('url("blob:') &&
      style(mirror.querySelector('#e'), '::before')?.content.startsWith('url("blob:')
    );
  });
  expect(session.wire()).not.toContain('48.png');
  const sent = session.customerLink.sent.map(({ message }) => new TextDecoder().decode(message)).join();
  expect(sent).not.toContain('SECRET');
  expect(session.player.violations).toEqual([]);
});

test('a part of a drawing elsewhere shows, and neither its address leaves nor a part whose name tells something', async () => {
  const sprite = `${location.origin}/test/fixtures/features/sprite.svg`;
  const session = await startSession(
    `<svg><use id="a" href="${sprite}#leaf"></use><use id="b" href="${sprite}#u-8f3a9c"></use></svg>`,
  );
  await session.until((mirror) => mirror.querySelector<SVGUseElement>('#a')?.getAttribute('href')?.endsWith('#leaf'));
  await session.until((mirror) => (mirror.querySelector<SVGUseElement>('#a')?.getBBox().width ?? 0) > 0);
  expect(find(session, '#b')?.hasAttribute('href')).toBe(false);
  expect(session.wire()).not.toMatch(/sprite|8f3a9c/);
  expect(session.player.violations).toEqual([]);
});

test('a picture that changes, one that comes later and a data one afterwards show as they are', async () => {
  const session = await startSession(`<img id="a" src="${picture}">`);
  await session.until(() => widthOf(session, '#a') === 48);
  const image = session.page.doc.querySelector<HTMLImageElement>('#a');
  if (!image) throw new Error('no picture');
  image.src = picture.replace('48', '32');
  await session.until(() => widthOf(session, '#a') === 32);
  session.page.doc.body.insertAdjacentHTML('beforeend', `<img id="b" src="${picture.replace('48', '128')}">`);
  await session.until(() => widthOf(session, '#b') === 128);
  const small = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  image.src = small;
  await session.until(() => find<HTMLImageElement>(session, '#a')?.src === small);
});

test('until a picture comes, while the mirror is behind for one, a grey one of its size holds its place', async () => {
  const session = await startSession('<p>x</p>');
  session.customerLink.hold(2 * 1024 * 1024);
  session.page.doc.body.insertAdjacentHTML('beforeend', `<img id="a" src="${picture}">`);
  await session.until(() => find<HTMLImageElement>(session, '#a')?.naturalWidth === 48);
  expect(find<HTMLImageElement>(session, '#a')?.src).toMatch(/^data:image\/svg/);
  expect(session.host.assets.bytes).toBe(0);
  session.customerLink.hold(0);
  await session.until(() => widthOf(session, '#a') === 48);
});

test('a picture of the page’s own making shows, and a large data one', async () => {
  const session = await startSession(`<img id="a"><img id="b">`);
  const { doc, win } = session.page;
  const canvas = doc.createElement('canvas');
  Object.assign(canvas, { width: 70, height: 40 });
  const context = canvas.getContext('2d');
  const noise = new ImageData(70, 40);
  crypto.getRandomValues(noise.data);
  context?.putImageData(noise, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error('no blob');
  doc.querySelector('#a')?.setAttribute('src', win.URL.createObjectURL(blob));
  doc.querySelector('#b')?.setAttribute('src', canvas.toDataURL());
  await session.until(() => widthOf(session, '#a') === 70);
  await session.until(() => widthOf(session, '#b') === 70);
});

test('of a picture in several densities the one that the page chose shows, as large as there', async () => {
  const session = await startSession(`<img id="a" srcset="${picture} 2x" src="${drawing}">`);
  await session.until(() => find<HTMLImageElement>(session, '#a')?.currentSrc.startsWith('blob:'));
  const width = session.page.doc.querySelector<HTMLImageElement>('#a')?.naturalWidth;
  await session.until(() => widthOf(session, '#a') === width);
});

/** In the middle of the picture that stands for a canvas. */
async function colourOf(session: Session, selector: string): Promise<string> {
  const address = /url\("(.*)"\)/.exec(find<HTMLCanvasElement>(session, selector)?.style.content ?? '')?.[1] ?? '';
  const image = document.createElement('img');
  image.src = address;
  await image.decode().catch(() => undefined);
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context || image.naturalWidth === 0) return '';
  context.drawImage(image, image.naturalWidth / 2, image.naturalHeight / 2, 1, 1, 0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].join();
}
const untilColour = (session: Session, colour: string) =>
  vi.waitUntil(async () => (await colourOf(session, '#a')) === colour, { timeout: 10_000 });

test('a canvas shows what is drawn on it, as large as it is, and goes on to', async () => {
  const session = await startSession('<canvas id="a" width="40" height="20"></canvas><canvas id="none"></canvas>');
  const canvas = session.page.doc.querySelector<HTMLCanvasElement>('#a');
  const draw = (fill: string) => {
    const context = canvas?.getContext('2d');
    if (!context) throw new Error('no context');
    context.fillStyle = fill;
    context.fillRect(0, 0, 40, 20);
  };
  draw('rgb(10, 200, 30)');
  await untilColour(session, '10,200,30,255');
  const sizeOf = (selector: string) => {
    const { width, height } = find(session, selector)?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return { width, height };
  };
  expect(sizeOf('#a')).toEqual({ width: 40, height: 20 });
  expect(sizeOf('#none')).toEqual({ width: 300, height: 150 });
  draw('rgb(200, 10, 30)');
  await untilColour(session, '200,10,30,255');
  canvas?.setAttribute('style', 'width: 90px');
  await session.until(() => sizeOf('#a').width === 90 && sizeOf('#a').height === 45);
  session.host.refresh();
  await untilColour(session, '200,10,30,255');
});

test('a canvas of WebGL shows its last frame', async () => {
  const session = await startSession('<canvas id="a" width="40" height="20"></canvas>');
  const gl = session.page.doc.querySelector<HTMLCanvasElement>('#a')?.getContext('webgl');
  if (!gl) throw new Error('no WebGL');
  const draw = (red: number) => {
    gl.clearColor(red, 0, 1, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
  };
  draw(0);
  await untilColour(session, '0,0,255,255');
  for (const red of [0.2, 0.4, 1]) {
    draw(red);
    await new Promise((resolve) => session.page.win.requestAnimationFrame(resolve));
  }
  await untilColour(session, '255,0,255,255');
});

test('rules that scripts insert and sheets without an element find their pictures', async () => {
  const session = await startSession('<p id="a">a</p><p id="b">b</p><style></style><div id="h"></div>');
  const { doc, win } = session.page;
  doc.querySelector('style')?.sheet?.insertRule(`#a { background-image: url("${picture}") }`);
  const sheet = new win.CSSStyleSheet();
  sheet.replaceSync(`#b { background-image: url("${picture}") }`);
  doc.adoptedStyleSheets = [sheet];
  const background = (selector: string) => {
    const element = find(session, selector);
    return element ? (element.ownerDocument.defaultView?.getComputedStyle(element).backgroundImage ?? '') : '';
  };
  doc.querySelector('p')?.insertAdjacentHTML('afterend', `<img src="${picture}">`);
  await session.until(() => background('#a').startsWith('url("blob:'));
  await session.until(() => background('#b').startsWith('url("blob:'));
});

test('what the page has not loaded does not travel', async () => {
  const session = await startSession(`<style>#none { background: url("${picture}?unseen") }</style><p>x</p>`);
  await session.until(() => session.host.assets.failed['not-loaded'] === 1);
  expect(session.host.assets.bytes).toBe(0);
  session.page.doc.body.insertAdjacentHTML('beforeend', '<p id="none">y</p>');
  await session.until(() => session.host.assets.shown === 1);
});

test('a canvas that nobody may read is grey, and a film says whether it plays', async () => {
  const session = await startSession(
    `<canvas id="a" width="40" height="20"></canvas><video id="b" src="data:video/mp4,"></video>`,
  );
  const foreign = session.page.doc.createElement('img');
  // A drawing with a page in it makes a canvas unreadable, as a picture from elsewhere does.
  foreign.src = `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg>`;
  await foreign.decode();
  const isReadable = () => {
    const canvas = session.page.doc.createElement('canvas');
    canvas.getContext('2d')?.drawImage(foreign, 0, 0);
    try {
      return canvas.toDataURL() !== '';
    } catch {
      return false;
    }
  };
  const canvas = session.page.doc.querySelector<HTMLCanvasElement>('#a');
  if (!isReadable()) {
    canvas?.getContext('2d')?.drawImage(foreign, 0, 0);
    await untilColour(session, '228,230,234,255');
  }
  await session.until((mirror) => mirror.querySelector('#b')?.getAttribute('data-beside-media') === 'paused');
});

test('how words stand in the place of a picture that fails is told, and taken back when there is one', async () => {
  const session = await startSession('<p>x <img id="a" src="/no-picture.png" alt="logo"> y</p>');
  const told = (id: string, look: string | null) =>
    session.until((mirror) => {
      const image = mirror.querySelector(`#${id}`);
      return image !== null && image.getAttribute('data-beside-broken') === look;
    });
  const own = session.page.doc.querySelector<HTMLImageElement>('#a');
  await told('a', 'box');
  own?.after(Object.assign(session.page.doc.createElement('img'), { id: 'b', src: '/neither.png', alt: 'later' }));
  await told('b', 'box');
  if (own) own.src = picture;
  await told('a', null);
});

test('after stop not one byte of a picture leaves', async () => {
  const session = await startSession('<p>x</p><canvas width="40" height="20"></canvas>');
  await session.until((mirror) => mirror.querySelector('canvas')?.getAttribute('data-beside-picture'));
  session.customer.stop();
  const before = session.customerLink.sent.length;
  session.page.doc.body.insertAdjacentHTML('beforeend', `<img src="${picture}">`);
  session.page.doc.querySelector('canvas')?.getContext('2d')?.fillRect(0, 0, 9, 9);
  await session.page.doc.querySelector('img')?.decode();
  session.page.say({ type: 'page.asset-failed', documentId, assets: [1], code: 'too-big' });
  await new Promise((resolve) => session.page.win.requestIdleCallback(resolve));
  expect(session.customerLink.sent.length).toBe(before);
});

const offer = {
  type: 'asset.offer',
  documentId,
  frame: 0,
  asset: 1,
  kind: 'image',
  keep: true,
  pushed: false,
} as const;
const bytesOf = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer());

const page = new TextEncoder().encode('<!doctype html><script>1</script>');
test.each([
  ['other bytes than the hash says', 'wrong-hash', 'image/png', null, '0'.repeat(64)],
  ['another type than it says', 'wrong-type', 'image/gif', null, null],
  ['a page in the place of a picture', 'wrong-type', 'image/png', page, null],
] as const)('%s is refused: %s', async (_what, code, media, body, said) => {
  const session = await startSession('<p>x</p>');
  const sent = body ?? (await bytesOf(picture));
  const hash = said ?? (await sha256(sent));
  session.customerLink.send('asset', encodeAsset({ ...offer, hash, media, bytes: sent.length }));
  session.customerLink.send('asset', encodeAsset({ type: 'asset.piece', hash, at: 0, of: sent.length }, sent));
  await vi.waitUntil(() => session.host.assets.failed[code] === 1, { timeout: 5_000 });
  expect(session.host.assets.shown).toBe(0);
});

test('more than an asset may have is refused, in the offer and in the pieces', async () => {
  const session = await startSession('<p>x</p>');
  const huge = JSON.stringify({ ...offer, hash: 'a'.repeat(64), media: 'image/png', bytes: 9 * 1024 * 1024 });
  session.customerLink.send('asset', new TextEncoder().encode(`${huge}\n`));
  await vi.waitUntil(() => session.host.assets.failed['wrong-type'] === 1);
  const hash = 'b'.repeat(64);
  session.customerLink.send('asset', encodeAsset({ ...offer, hash, media: 'image/png', bytes: 10 }));
  session.customerLink.send('asset', encodeAsset({ type: 'asset.piece', hash, at: 0, of: 10 }, new Uint8Array(11)));
  await vi.waitUntil(() => session.host.assets.failed['wrong-hash'] === 1);
  for (let asset = 1; asset <= 10; asset += 1) {
    const one = { ...offer, asset, media: 'image/png', bytes: 8 * 1024 * 1024 } as const;
    session.customerLink.send('asset', encodeAsset({ ...one, hash: String(asset % 10).repeat(64) }));
  }
  await vi.waitUntil(() => (session.host.assets.failed['too-many'] ?? 0) >= 2);
});

test('a drawing loses its scripts and what is from outside, and one with entities is none', () => {
  const clean = (svg: string) => {
    const made = stripSvg(new TextEncoder().encode(svg));
    return made && new TextDecoder().decode(made);
  };
  const made = clean(
    `<?xml-stylesheet href="http://e.example/x.css"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()">
      <script>x()</script><foreignObject><p>x</p></foreignObject><style>@import "http://e.example/x.css"; a{}</style>
      <image xlink:href="http://e.example/x.png"/><use href="#ok"><animate attributeName="href" to="http://e.example/z"/></use><rect fill="url(http://e.example/y)" id="ok" width="4"/></svg>`,
  );
  expect(made).not.toMatch(/script|foreignObject|onload|e\.example/);
  expect(made).toContain('href="#ok"');
  expect(made).not.toContain('animate');
  expect(made).toContain('width="4"');
  expect(clean('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>')).toBeNull();
  expect(clean('<html></html>')).toBeNull();
});

test('what may be kept outlives the window, up to a limit, and is gone when cleared', async () => {
  const name = 'test-assets';
  onTestFinished(() => clearKeptCache(name));
  const blob = (size: number) => new Blob([new Uint8Array(size)], { type: 'image/png' });
  const first = createKeptCache({ name, limitBytes: 1_000 });
  await first.put('a', blob(400), true);
  await first.put('b', blob(400), false);
  const second = createKeptCache({ name, limitBytes: 1_000 });
  expect(await second.get('a')).toMatchObject({ size: 400, type: 'image/png' });
  expect(await second.get('b')).toBeNull();
  await second.put('c', blob(300), true);
  await second.get('a');
  await second.put('d', blob(400), true);
  const third = createKeptCache({ name, limitBytes: 1_000 });
  expect(await third.get('d')).toMatchObject({ size: 400 });
  const left = await Promise.all(['a', 'c'].map((hash) => third.get(hash)));
  expect(left.filter(Boolean).length).toBeLessThan(2);
  await clearKeptCache(name);
  expect(await createKeptCache({ name }).get('d')).toBeNull();
});
