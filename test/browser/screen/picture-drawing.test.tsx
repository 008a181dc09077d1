import { signal } from '@preact/signals';
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createDrawingTools } from '../../../shared/browser/drawing/drawing-tools.ts';
import { PictureDrawing } from '../../../shared/browser/screen/drawing/picture-drawing.tsx';
import { createScreenDrawings } from '../../../shared/browser/screen/drawing/screen-drawings.ts';
import { createMemoryLinks } from '../../lab/memory-link.ts';

const anchor = { grant: 'AAAAAAAAAAAAAAAAAAAAAA', stream: 's' };

/** A viewer's large picture, and the owner's small one of the same screen: 400 × 200 pixels. */
async function open() {
  const life = new AbortController();
  const [ownerLink, viewerLink] = createMemoryLinks();
  const none = signal<readonly string[]>([]);
  const grants = signal<readonly string[]>([anchor.grant]);
  const owner = createScreenDrawings({ link: signal(ownerLink), shown: grants, watched: none, signal: life.signal });
  const viewer = createScreenDrawings({ link: signal(viewerLink), shown: none, watched: grants, signal: life.signal });
  const tools = createDrawingTools(() => viewer);
  const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 200 });
  const context = canvas.getContext('2d');
  const painting = setInterval(() => context?.fillRect(0, 0, 400, 200), 50);
  const stream = canvas.captureStream(20);
  const root = document.createElement('div');
  document.body.append(root);
  const videos = {
    viewer: { current: null as HTMLVideoElement | null },
    owner: { current: null as HTMLVideoElement | null },
  };
  const view = (side: 'viewer' | 'owner', width: number, height: number) => (
    <div id={side} style={{ position: 'relative', width: `${width}px`, height: `${height}px` }}>
      <style>
        {'video{display:block;width:100%;height:100%;object-fit:contain}.picture-drawing{position:absolute;inset:0}'}
      </style>
      <video ref={videos[side]} muted autoPlay />
      <PictureDrawing
        drawings={side === 'viewer' ? viewer : owner}
        tools={side === 'viewer' ? tools : null}
        anchor={anchor}
        name={side === 'viewer' ? '' : 'Anna'}
        video={videos[side]}
      />
    </div>
  );
  render(
    <>
      {view('viewer', 500, 300)}
      {view('owner', 160, 80)}
    </>,
    root,
  );
  onTestFinished(() => {
    life.abort();
    clearInterval(painting);
    render(null, root);
    root.remove();
  });
  for (const { current } of Object.values(videos)) if (current) current.srcObject = stream;
  await vi.waitUntil(() => Object.values(videos).every(({ current }) => (current?.videoWidth ?? 0) > 0));
  const surface = root.querySelector<HTMLElement>('#viewer .picture-drawing');
  if (!surface) throw new Error('nothing to draw on');
  surface.setPointerCapture = () => undefined;
  /** In fractions of the viewer's picture, which has bars above and below it. */
  function drag(points: readonly [number, number][]) {
    const { left, top } = surface?.getBoundingClientRect() ?? new DOMRect();
    const say = (type: string, [x, y]: readonly [number, number]) =>
      surface?.dispatchEvent(
        new PointerEvent(type, { clientX: left + x * 500, clientY: top + 25 + y * 250, button: 0, bubbles: true }),
      );
    const [first = [0, 0] as const] = points;
    say('pointerdown', first);
    for (const point of points) say('pointermove', point);
    say('pointerup', points.at(-1) ?? first);
  }
  const mark = (side: string) => root.querySelector<HTMLElement>(`#${side} [data-drawing="rectangle"]`);
  return { tools, drag, mark, owner, viewer, root };
}

test('[D3] what the viewer draws lies at the same part of the picture at its owner, whose picture is smaller', async () => {
  const { tools, drag, mark, owner, root } = await open();
  drag([
    [0.5, 0.5],
    [0.75, 0.9],
  ]);
  expect(owner.drawnOn.value.size).toBe(0);
  tools.choose('rectangle');
  await vi.waitUntil(() => root.querySelector('.is-drawing'));
  drag([
    [0.5, 0.5],
    [0.75, 0.9],
  ]);
  await vi.waitUntil(() => mark('owner') && mark('viewer'));
  await vi.waitUntil(() => (mark('owner')?.querySelector('path')?.getBoundingClientRect().width ?? 0) > 30);
  const line = mark('owner')?.querySelector('path')?.getBoundingClientRect() ?? new DOMRect();
  const around = root.querySelector('#owner')?.getBoundingClientRect() ?? new DOMRect();
  const off = [line.left - around.left - 80, line.top - around.top - 40, line.width - 40, line.height - 32];
  for (const by of off) expect(Math.abs(by)).toBeLessThan(2);
  expect(mark('owner')?.textContent).toBe('Anna');
  expect([...owner.drawnOn.value]).toEqual([anchor.grant]);
});

test('[D6] either side clears what is drawn on a screen', async () => {
  const { tools, drag, mark, owner, viewer, root } = await open();
  tools.choose('rectangle');
  await vi.waitUntil(() => root.querySelector('.is-drawing'));
  for (const side of [owner, viewer]) {
    drag([
      [0.2, 0.2],
      [0.4, 0.4],
    ]);
    await vi.waitUntil(() => mark('owner') && mark('viewer'));
    side.clear();
    await vi.waitUntil(() => !mark('owner') && !mark('viewer'));
  }
});
