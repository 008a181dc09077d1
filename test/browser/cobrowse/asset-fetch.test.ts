import { expect, onTestFinished, test, vi } from 'vitest';
import { createAssetLoader } from '../../../shared/browser/cobrowse/assets/asset-loader.ts';
import { helpedFetch } from '../../../shared/browser/cobrowse/assets/helped-fetch.ts';
import { bridgeOnly, type FromPage } from '../../../shared/protocol/page.ts';

const url = 'https://pictures.example/a.png';
const origin = 'https://shop.example';
const { signal } = new AbortController();

async function png(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

interface Answer {
  body: BodyInit | Uint8Array<ArrayBuffer>;
  status?: number;
  headers?: Record<string, string>;
}

/** A network that answers by whether cookies come along, and notes whether they did. */
function network(answer: (cookies: boolean) => Answer) {
  const asked: (RequestCredentials | undefined)[] = [];
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    asked.push(init?.credentials);
    const { body, status = 200, headers = {} } = answer(init?.credentials === 'include');
    return new Response(body, { status, headers });
  };
  return { asked, deps: { fetch, origin, signal } };
}

test('a picture that everybody may see is fetched without cookies and stays as it is', async () => {
  const body = await png(5, 4);
  const { asked, deps } = network(() => ({ body, headers: { 'cache-control': 'max-age=60' } }));
  const fetched = await helpedFetch({ url, kind: 'image', width: 5, height: 4 }, deps);
  expect(fetched).toMatchObject({ ok: true, media: 'image/png', keep: true, bytes: body });
  expect(asked).toEqual(['omit']);
});

test('one that needs the customer’s cookies is drawn anew, and not kept', async () => {
  const body = await png(5, 4);
  const note = new TextEncoder().encode('SECRET behind the picture');
  const { asked, deps } = network((cookies) =>
    cookies ? { body: new Blob([body, note]) } : { body: 'no', status: 403 },
  );
  const fetched = await helpedFetch({ url, kind: 'image', width: 5, height: 4 }, deps);
  expect(fetched).toMatchObject({ ok: true, media: 'image/png', keep: false });
  expect(new TextDecoder('latin1').decode(fetched.ok ? fetched.bytes : body)).not.toContain('SECRET');
  expect(asked).toEqual(['omit', 'include']);
});

test('with cookies another picture than the page has is refused', async () => {
  const [other, own] = [await png(1, 1), await png(5, 4)];
  const { deps } = network((cookies) => ({ body: cookies ? own : other }));
  expect(await helpedFetch({ url, kind: 'image', width: 9, height: 9 }, deps)).toEqual({
    ok: false,
    code: 'another-picture',
  });
});

test.each([
  ['a page', 'image', '<!doctype html><p>x</p>', 'text/html', 'wrong-type'],
  ['figures', 'image', '{"balance":1}', 'application/json', 'wrong-type'],
  ['a page called a sheet', 'css', '<!doctype html><p>x</p>', 'text/html', 'wrong-type'],
  ['a picture called a font', 'font', 'GIF89a', 'font/woff2', 'wrong-type'],
] as const)('%s is no %s', async (_what, kind, body, type, code) => {
  const { asked, deps } = network(() => ({ body, headers: { 'content-type': type } }));
  const size = kind === 'image' ? { width: 5, height: 4 } : {};
  expect(await helpedFetch({ url, kind, ...size }, deps)).toEqual({ ok: false, code });
  if (kind !== 'image') expect(asked).toEqual(['omit']);
});

test('more than an asset may have is not even loaded to its end', async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const { deps } = network(() => ({ body }));
  expect(await helpedFetch({ url, kind: 'font' }, deps)).toEqual({ ok: false, code: 'too-big' });
  expect(sent).toBeLessThan(12);
});

test('nothing of the private network is asked for a page of the open internet', async () => {
  const { asked, deps } = network(() => ({ body: '' }));
  const router = await helpedFetch({ url: 'http://192.168.1.1/logo.png', kind: 'image' }, deps);
  expect(router).toEqual({ ok: false, code: 'private-network' });
  expect(asked).toEqual([]);
});

test('the bridge vouches for no address that the page has not loaded, and only it can', async () => {
  const posted: FromPage[] = [];
  const loader = createAssetLoader({ doc: document, post: (message) => posted.push(message), helped: true });
  onTestFinished(loader.stop);
  const documentId = 'A'.repeat(22);
  const never = 'https://bank.example/statement.png';
  loader.take({
    type: 'page.assets',
    documentId,
    assets: [{ asset: 1, kind: 'image', url: never, near: true, width: 10, height: 10 }],
  });
  await vi.waitUntil(() => posted.some(({ type }) => type === 'page.asset-failed'));
  expect(posted).toContainEqual({ type: 'page.asset-failed', documentId, assets: [1], code: 'not-loaded' });
  expect(posted.map(({ type }) => type)).not.toContain('page.asset-seen');
  expect(performance.getEntriesByName(never)).toEqual([]);
  expect(bridgeOnly.has('page.asset-seen')).toBe(true);
});
