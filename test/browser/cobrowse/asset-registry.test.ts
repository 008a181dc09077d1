import { expect, onTestFinished, test, vi } from 'vitest';
import { createAssetRegistry } from '../../../shared/browser/cobrowse/assets/asset-registry.ts';
import type { FromPage } from '../../../shared/protocol/page.ts';

const picture = `${location.origin}/extension/icons/48.png`;

function start() {
  const posted: FromPage[] = [];
  const documentId = 'A'.repeat(22);
  const registry = createAssetRegistry({ documentId, doc: document, post: (message) => posted.push(message) });
  onTestFinished(() => {
    registry.forget();
    document.body.replaceChildren();
  });
  const said = () => posted.flatMap((message) => (message.type === 'page.assets' ? message.assets : []));
  return { registry, posted, said };
}

test('each address has one number, whatever its fragment, and a sheet only when scripts may not read it', async () => {
  const { registry, posted, said } = start();
  expect(registry.asset('/a.png', 'image')).toBe('asset:1');
  expect(registry.asset(`${location.origin}/a.png#x`, 'image')).toBe('asset:1');
  expect(registry.asset('/a.png?b', 'image')).toBe('asset:2');
  expect(registry.asset('https://other.example/a.css', 'css')).toBe('asset:3');
  expect(registry.asset('/own.css', 'css')).toBeNull();
  await Promise.resolve();
  expect(posted).toHaveLength(1);
  expect(said().map(({ asset, url }) => [asset, url])).toEqual([
    [1, `${location.origin}/a.png`],
    [2, `${location.origin}/a.png?b`],
    [3, 'https://other.example/a.css'],
  ]);
});

test('what is short and whole in itself stays, what cannot be loaded goes', () => {
  const { registry } = start();
  const short = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  expect(registry.asset(short, 'image')).toBe(short);
  expect(registry.asset(`data:image/gif,${'x'.repeat(5_000)}`, 'image')).toBe('asset:1');
  expect(registry.asset('film.mp4', 'media')).toBeNull();
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'asset:7', 'http://', '']) {
    expect(registry.asset(url, 'image')).toBeNull();
  }
});

test('numbers are not given twice, though all is forgotten', () => {
  const { registry } = start();
  registry.asset('/a.png', 'image');
  registry.forget();
  expect(registry.asset('/a.png', 'image')).toBe('asset:2');
  expect(registry.number()).toBe(3);
});

test('the size of a picture is found in the page, also when it loads later', async () => {
  const { registry, said } = start();
  document.body.innerHTML = `<img src="${picture}">`;
  await document.images[0]?.decode();
  registry.asset(picture, 'image');
  registry.asset(`${picture}?later`, 'image');
  await vi.waitUntil(() => said().length === 2);
  expect(said()[0]).toMatchObject({ width: 48, height: 48, near: true });
  expect(said()[1]).not.toHaveProperty('width');
  document.body.insertAdjacentHTML('beforeend', `<img src="${picture}?later" style="position: absolute; top: 9999px">`);
  await vi.waitUntil(() => said().length === 3);
  expect(said()[2]).toMatchObject({ asset: 2, width: 48, height: 48, near: false });
});
