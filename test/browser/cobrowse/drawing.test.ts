import { expect, test, vi } from 'vitest';
import { dragInPlayer, drawnIn, lineBox, seeLayers } from './draw-in-player.ts';
import { startSession } from './session.ts';

const html = `<style>body{margin:0;height:3000px}button{position:absolute;left:50%;top:200px;width:100px;height:40px}
@media (max-width:600px){button{left:10px;top:300px}}</style>
<button id="buy">Buy</button><p id="note">note</p>`;

async function open() {
  const session = await startSession(html);
  const layers = seeLayers(session);
  const button = session.page.doc.querySelector('button') as HTMLButtonElement;
  const inMirror = () => session.mirror().querySelector('button')?.getBoundingClientRect() as DOMRect;
  /** A ring around the button, as the host draws it. */
  function around() {
    const { left, top, right, bottom } = inMirror();
    dragInPlayer(session, [
      { x: left - 6, y: top - 6 },
      { x: left + 20, y: top + 20 },
      { x: right + 6, y: bottom + 6 },
    ]);
  }
  const marks = (tool: string) => drawnIn(layers, tool);
  const overlay = () => session.player.frame.contentDocument?.querySelector('#overlay') as HTMLElement;
  return { ...session, session, layers, button, around, marks, overlay };
}

/** The line is 4 pixels wide, and its box as wide as what it was drawn around and 6 pixels more on each side. */
function expectAround(mark: Element | undefined, target: Element) {
  const [line, box] = [lineBox(mark), target.getBoundingClientRect()];
  expect(Math.abs(line.left - (box.left - 6))).toBeLessThan(4);
  expect(Math.abs(line.top - (box.top - 6))).toBeLessThan(4);
  expect(Math.abs(line.right - (box.right + 6))).toBeLessThan(4);
  expect(Math.abs(line.bottom - (box.bottom + 6))).toBeLessThan(4);
}
const frame = () => new Promise((resolve) => setTimeout(resolve, 60));

test('[D3] what the host draws lies around the element in the real page, also after a scroll and in a smaller window', async () => {
  const { host, page, button, around, marks } = await open();
  host.drawing.choose({ tool: 'rectangle', text: '' });
  await frame();
  around();
  await vi.waitUntil(() => marks('rectangle').length === 1);
  await frame();
  expectAround(marks('rectangle')[0], button);
  page.win.scrollTo(0, 120);
  await frame();
  expectAround(marks('rectangle')[0], button);
  (page.win.frameElement as HTMLElement).style.width = '500px';
  await frame();
  expect(button.getBoundingClientRect().left).toBe(10);
  expectAround(marks('rectangle')[0], button);
});

test('[D3] a drawing is seen as long as its element is', async () => {
  const { host, button, around, marks } = await open();
  host.drawing.choose({ tool: 'rectangle', text: '' });
  await frame();
  around();
  await vi.waitUntil(() => marks('rectangle').length === 1);
  button.hidden = true;
  await vi.waitUntil(() => marks('rectangle').length === 0);
  button.hidden = false;
  await vi.waitUntil(() => marks('rectangle').length === 1);
  button.remove();
  await vi.waitUntil(() => marks('rectangle').length === 0);
});

test('[D4] nothing that is drawn is in the mirror, nor in what leaves for it', async () => {
  const { host, page, mirror, wire, until, around, marks } = await open();
  for (const tool of ['pen', 'rectangle', 'arrow', 'text', 'highlight', 'ink'] as const) {
    host.drawing.choose({ tool, text: 'Press this one' });
    await frame();
    around();
    await vi.waitUntil(() => marks(tool).length === 1);
  }
  page.doc.querySelector('#note')?.append(' changed');
  host.refresh();
  await until((now) => now.querySelector('#note')?.textContent === 'note changed');
  expect(mirror().querySelectorAll('[data-drawing], svg, [popover]')).toHaveLength(0);
  expect(mirror().documentElement.outerHTML).not.toContain('Press this one');
  expect(wire()).not.toMatch(/Press this one|data-drawing|popover/);
  expect(wire()).toContain('changed');
});

test('[D1] a host who may control presses nothing while drawing, and controls again afterwards', async () => {
  const session = await startSession(html, { control: true });
  const layers = seeLayers(session);
  const { host, page, mirror } = session;
  let pressed = 0;
  page.doc.querySelector('button')?.addEventListener('click', () => (pressed += 1));
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  host.drawing.choose({ tool: 'highlight', text: '' });
  await frame();
  const { left, top } = mirror().querySelector('button')?.getBoundingClientRect() ?? new DOMRect();
  dragInPlayer(session, [{ x: left + 10, y: top + 10 }]);
  await vi.waitUntil(() => drawnIn(layers, 'highlight').length === 1);
  await frame();
  expect(pressed).toBe(0);
  host.drawing.choose(null);
  await frame();
  const overlay = session.player.frame.contentDocument?.querySelector('#overlay') as HTMLElement;
  overlay.hasPointerCapture = () => true;
  dragInPlayer(session, [{ x: left + 10, y: top + 10 }]);
  await vi.waitUntil(() => pressed === 1);
});

test('[D6] the host takes back its last, and either side clears all', async () => {
  const { host, around, marks, drawings, overlay } = await open();
  host.drawing.choose({ tool: 'rectangle', text: '' });
  await frame();
  around();
  host.drawing.choose({ tool: 'arrow', text: '' });
  await frame();
  around();
  await vi.waitUntil(() => marks('rectangle').length === 1 && marks('arrow').length === 1);
  host.drawing.undo();
  await vi.waitUntil(() => marks('arrow').length === 0);
  expect(marks('rectangle')).toHaveLength(1);
  drawings.own({ type: 'drawing.clear' }, 'window');
  await vi.waitUntil(() => marks('rectangle').length === 0 && drawnIn([overlay()], 'rectangle').length === 0);
  around();
  await vi.waitUntil(() => marks('arrow').length === 1);
  host.drawing.clear();
  await vi.waitUntil(() => marks('arrow').length === 0 && !drawings.has.value);
});

test('[D7] a host who is new sees what is drawn already, where it belongs', async () => {
  const { host, hostLink, player, around, marks, overlay, mirror } = await open();
  host.drawing.choose({ tool: 'rectangle', text: '' });
  await frame();
  around();
  await vi.waitUntil(() => marks('rectangle').length === 1);
  await frame();
  player.port.postMessage({ type: 'player.blank' });
  await vi.waitUntil(() => drawnIn([overlay()], 'rectangle').length === 0);
  hostLink.freshen();
  await vi.waitUntil(() => drawnIn([overlay()], 'rectangle').length === 1);
  await frame();
  const [line, place] = [lineBox(drawnIn([overlay()], 'rectangle')[0]), overlay().getBoundingClientRect()];
  const scale = place.width / mirror().documentElement.clientWidth;
  const box = mirror().querySelector('button')?.getBoundingClientRect() as DOMRect;
  expect(Math.abs(line.left - place.left - (box.left - 6) * scale)).toBeLessThan(4);
});

test('[D9] a text is text, and a name is text', async () => {
  const { host, around, marks, drawings, overlay, hostLink } = await open();
  host.drawing.choose({ tool: 'text', text: '<img src=x onerror=alert(1)>' });
  await frame();
  around();
  await vi.waitUntil(() => marks('text').length === 1);
  expect(marks('text')[0]?.querySelector('img')).toBe(null);
  expect(marks('text')[0]?.textContent).toContain('<img src=x onerror=alert(1)>');
  const put = hostLink.sent
    .filter(({ channel }) => channel === 'draw')
    .map(({ message }) => JSON.parse(new TextDecoder().decode(message)) as { on?: { documentId: string } })
    .find(({ on }) => on);
  const [first] = drawings.of(put?.on?.documentId ?? '');
  if (first?.what.type !== 'drawing.put') throw new Error('nothing is drawn');
  drawings.own({ ...first.what, text: '<b>bold</b>' }, 'page');
  await vi.waitUntil(() => drawnIn([overlay()], 'text').length === 2);
  expect(overlay().querySelector('b, img')).toBe(null);
});

test('the laser leaves nothing behind, and goes out when the pointer leaves', async () => {
  const { host, session, marks, overlay, drawings } = await open();
  host.drawing.choose({ tool: 'laser', text: '' });
  await frame();
  dragInPlayer(session, [
    { x: 100, y: 100 },
    { x: 200, y: 120 },
  ]);
  await vi.waitUntil(() => marks('laser').length === 1);
  expect(drawings.has.value).toBe(false);
  overlay().dispatchEvent(new PointerEvent('pointerleave'));
  await vi.waitUntil(() => marks('laser').length === 0);
});

test('whoever looks only chooses tools by keys over the mirror; what is typed under control is not for the tools', async () => {
  const { host, player } = await open();
  const keys: string[] = [];
  host.drawing.onKey((key, ctrl) => void keys.push(`${ctrl ? 'ctrl ' : ''}${key}`));
  const press = (key: string, ctrlKey = false) =>
    player.frame.contentDocument?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey }));
  press('p');
  press('z', true);
  await vi.waitUntil(() => keys.length === 2);
  expect(keys).toEqual(['p', 'ctrl z']);
  player.port.postMessage({ type: 'player.control', on: true });
  await frame();
  press('p');
  await frame();
  expect(keys).toHaveLength(2);
});
