import { signal } from '@preact/signals';
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ManagerClient } from '../../../shared/browser/manager/manager-client.ts';
import { deflate } from '../../../shared/browser/screen/patches/deflate.ts';
import { createPatchSender } from '../../../shared/browser/screen/patches/patch-sender.ts';
import { sendPatches } from '../../../shared/browser/screen/patches/send-patches.ts';
import { createPatchViews } from '../../../shared/browser/screen/patches/patch-views.ts';
import { PicturePatches } from '../../../shared/browser/screen/patches/picture-patches.tsx';
import { standInManager } from '../../support/manager/stand-in-manager.ts';
import { createMemoryLinks } from '../../lab/memory-link.ts';

const grant = 'AAAAAAAAAAAAAAAAAAAAAA';
const size = { width: 400, height: 300 };
const square = { x: 64, y: 64, side: 48 };

/** A screen under control, painted anew all the time, and the viewer's canvas over its picture. */
function open(manager: ManagerClient | null = null, { isSure = true, settings = size } = {}) {
  const life = new AbortController();
  const [ownerLink, viewerLink] = createMemoryLinks();
  const screen = Object.assign(document.createElement('canvas'), size);
  const pen = screen.getContext('2d');
  const look = { ground: '#ffffff', square: '#ffffff' };
  const painting = setInterval(() => {
    if (!pen) return;
    pen.fillStyle = look.ground;
    pen.fillRect(0, 0, size.width, size.height);
    pen.fillStyle = look.square;
    pen.fillRect(square.x, square.y, square.side, square.side);
  }, 30);
  const stream = screen.captureStream(30);
  for (const track of stream.getVideoTracks()) track.getSettings = () => settings;
  const held = signal<string | null>(grant);
  const heldIn = signal<MediaStream | null>(stream);
  const ahead = signal<MediaStream | null>(null);
  const sender = createPatchSender({
    link: signal(ownerLink),
    manager: signal(manager),
    gate: { held, heldIn, isSure: signal(isSure) },
    quality: signal(null),
    ahead,
    sendPatches,
    signal: life.signal,
  });
  const patches = createPatchViews(signal(viewerLink), life.signal);
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <PicturePatches patches={patches} grant={grant} stream={stream.id} onMessage={() => {}} class="" style={{}} />,
    root,
  );
  onTestFinished(() => {
    life.abort();
    clearInterval(painting);
    render(null, root);
    root.remove();
  });
  /** What the viewer has over the video there: red, green, blue, and whether anything. */
  const seen = (x: number, y: number) => {
    const canvas = root.querySelector('canvas');
    return [...(canvas?.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])];
  };
  return { look, held, stream, ahead, sent: ownerLink.sent, seen, awaited: () => sender.awaited(grant) };
}
/** Frames have come by: the browser's own, and those that the worker has looked at. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 500));
const middle = square.x + square.side / 2;

test('[C12] what changes after the viewer has done something is over the video, and nothing else is', async () => {
  const { look, seen, awaited, sent, ahead, stream } = open();
  await aWhile();
  expect(sent).toEqual([]);
  awaited();
  look.square = '#ff0000';
  await vi.waitUntil(() => seen(middle, middle)[3] === 255);
  const [red = 0, green = 255, blue = 255] = seen(middle, middle);
  expect([red > 200, green < 60, blue < 60]).toEqual([true, true, true]);
  expect(seen(10, 10)).toEqual([0, 0, 0, 0]);
  expect(ahead.value).toBe(stream);
  // Once nothing is done any more the video shows it all.
  await vi.waitUntil(() => seen(middle, middle)[3] === 0, 5_000);
  expect(ahead.value).toBeNull();
});

test('[C12] what changes unasked, and a large change, are left to the video', async () => {
  const { look, seen, awaited, sent } = open();
  await aWhile();
  look.square = '#0000ff';
  await aWhile();
  awaited();
  look.ground = '#202020';
  await aWhile();
  expect([sent, seen(middle, middle)[3]]).toEqual([[], 0]);
});

test('[C12] nothing leaves any more once control is over', async () => {
  const { look, held, seen, awaited, sent } = open();
  await aWhile();
  awaited();
  look.square = '#00ff00';
  await vi.waitUntil(() => seen(middle, middle)[3] === 255);
  held.value = null;
  const before = sent.length;
  awaited();
  look.square = '#ff00ff';
  await aWhile();
  expect(sent.length).toBe(before);
});

/** What a Support Manager says of a square that it sees in one colour. */
async function sightOf([red, green, blue]: [number, number, number], of = size) {
  const pixels = new Uint8Array(square.side * square.side * 4);
  for (let at = 0; at < pixels.length; at += 4) pixels.set([blue, green, red, 255], at);
  const packed = btoa(String.fromCharCode(...(await deflate(pixels))));
  const parts = [{ x: square.x, y: square.y, width: square.side, height: square.side }];
  return { type: 'manager.changed', grant, size: of, parts, pixels: packed } as const;
}

test('[H7] what the Support Manager sees is over the video as it is on the screen, and no frames are compared beside it', async () => {
  const { client, told, sees } = standInManager([], true);
  const { look, seen, sent, awaited, ahead, stream } = open(client);
  await aWhile();
  awaited();
  look.square = '#00ff00';
  await aWhile();
  expect(sent).toEqual([]);
  sees(await sightOf([31, 111, 180]));
  await vi.waitUntil(() => seen(middle, middle)[3] === 255);
  expect([seen(middle, middle), seen(10, 10)]).toEqual([
    [31, 111, 180, 255],
    [0, 0, 0, 0],
  ]);
  expect([ahead.value, told]).toEqual([stream, ['watch 400x300', 'next']]);
  sees({ type: 'manager.unchanged', grant });
  await vi.waitUntil(() => seen(middle, middle)[3] === 0);
  expect(ahead.value).toBeNull();
});

test.each([
  [
    'what the Support Manager sees has another size than the picture',
    async () => sightOf([255, 0, 0], { width: 401, height: 300 }),
  ],
  ['it says that it sees no more', async () => ({ type: 'manager.unwatched', grant }) as const],
])('[H7] where %s, frames are compared from then on', async (_name, sight) => {
  const { client, told, sees } = standInManager([], true);
  const { look, seen, awaited } = open(client);
  await aWhile();
  sees(await sightOf([31, 111, 180]));
  await vi.waitUntil(() => seen(middle, middle)[3] === 255);
  sees(await sight());
  await vi.waitUntil(() => seen(middle, middle)[3] === 0);
  expect(told).toContain('end watch');
  await aWhile();
  awaited();
  look.square = '#00ff00';
  await vi.waitUntil(() => seen(middle, middle)[3] === 255);
});

test.each([
  ['it is not sure which screen is captured', { isSure: false }],
  ['the browser does not know the size of the picture', { settings: { width: 0, height: 0 } }],
  ['the picture is too wide', { settings: { width: 16_385, height: 300 } }],
  ['the picture is too large', { settings: { width: 8_000, height: 5_001 } }],
])('[H7] where %s, the Support Manager is not asked and frames are compared', async (_name, options) => {
  const { client, told } = standInManager([], true);
  const { look, seen, awaited } = open(client, options);
  await aWhile();
  awaited();
  look.square = '#00ff00';
  await vi.waitUntil(() => seen(middle, middle)[3] === 255);
  expect(told).toEqual([]);
});

test('[H7] what the Support Manager says once control is over leaves no more', async () => {
  const { client, told, sees } = standInManager([], true);
  const { held, sent } = open(client);
  await aWhile();
  held.value = null;
  sees(await sightOf([255, 0, 0]));
  await aWhile();
  expect([sent, told]).toEqual([[], ['watch 400x300', 'end watch']]);
});
