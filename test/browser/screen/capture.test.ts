import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { capturePointer } from '../../../shared/browser/screen/control/capture-pointer.ts';
import { captureTyping } from '../../../shared/browser/screen/control/capture-typing.ts';
import type { BareInput } from '../../../shared/browser/screen/control/screen-hands.ts';
import { fractionIn } from '../../../shared/browser/screen/picture-box.ts';

let life: AbortController;
let field: HTMLTextAreaElement;
let picture: HTMLElement;
let sent: BareInput[];
let left: number;
let taken: boolean;
let busy: boolean;

beforeEach(() => {
  life = new AbortController();
  sent = [];
  left = 0;
  taken = true;
  busy = false;
  field = document.createElement('textarea');
  picture = document.createElement('div');
  picture.style.cssText = 'position:fixed;left:100px;top:100px;width:200px;height:100px;background:silver';
  document.body.replaceChildren(field, picture);
  const send = (input: BareInput) => void sent.push(input);
  captureTyping({ field, send, leave: () => (left += 1), signal: life.signal });
  capturePointer({
    element: picture,
    place: ({ clientX, clientY }, clamp) => fractionIn(picture.getBoundingClientRect(), clientX, clientY, clamp),
    send,
    isBusy: () => busy,
    isTaken: () => taken,
    turnTo: () => (taken = true),
    signal: life.signal,
  });
  field.focus();
});
afterEach(() => life.abort());

const text = () => sent.flatMap((input) => (input.type === 'screen.text' ? [input.text] : [])).join('');
const keys = () => sent.flatMap((input) => (input.type === 'screen.key' ? [`${input.action} ${input.key}`] : []));
const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test('printable keys go as text, others as keys, and each that went down comes up', async () => {
  await userEvent.keyboard('aB{Enter}{Control>}s{/Control}');
  expect(text()).toBe('aB');
  expect(keys()).toEqual([
    ...['down Shift', 'up Shift'].filter((line) => keys().includes(line)),
    'down Enter',
    'up Enter',
    'down Control',
    'down s',
    'up s',
    'up Control',
  ]);
  expect(field.value).toBe('');
});

test('what an input method has composed, and what is pasted, goes as text', () => {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', isComposing: true }));
  field.value = '漢字';
  field.dispatchEvent(new CompositionEvent('compositionend', { data: '漢字' }));
  expect([text(), field.value]).toEqual(['漢字', '']);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'ěščř\r\n😀');
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  expect(text()).toBe('漢字ěščř\n😀');
  expect(keys()).toEqual([]);
});

test('Escape twice leaves; once, or with another key between, goes to the other computer', async () => {
  await userEvent.keyboard('{Escape}a{Escape}');
  expect(left).toBe(0);
  await userEvent.keyboard('b{Escape}{Escape}');
  expect(left).toBe(1);
  expect(keys().filter((line) => line === 'down Escape')).toHaveLength(3);
});

const mouse = (type: string, x: number, y: number, button = 0) =>
  picture.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, button, bubbles: true, cancelable: true }));
const move = (x: number, y: number) =>
  picture.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, pointerId: 1 }));

test('many moves are one a frame, the newest; while earlier ones are under way they wait, but a press does not', async () => {
  for (let x = 100; x <= 200; x += 10) move(x, 150);
  await frame();
  expect(sent).toEqual([{ type: 'screen.pointer', action: 'move', at: { x: 0.5, y: 0.5 }, button: 0 }]);
  busy = true;
  move(120, 150);
  await frame();
  expect(sent).toHaveLength(1);
  mouse('mousedown', 200, 150, 2);
  expect(sent.at(-1)).toEqual({ type: 'screen.pointer', action: 'down', at: { x: 0.5, y: 0.5 }, button: 2 });
  busy = false;
  await frame();
  expect(sent).toHaveLength(2);
});

test('a press that turns to the picture presses nothing there; a drag that leaves it ends at its edge', () => {
  taken = false;
  mouse('mousedown', 150, 150);
  mouse('mouseup', 150, 150);
  expect(sent).toEqual([]);
  mouse('mousedown', 150, 150);
  mouse('mouseup', 900, 150);
  expect(sent.at(-1)).toEqual({ type: 'screen.pointer', action: 'up', at: { x: 1, y: 0.5 }, button: 0 });
});

test('turns of a wheel add up within a frame', async () => {
  const turn = (init: WheelEventInit) =>
    picture.dispatchEvent(new WheelEvent('wheel', { clientX: 200, clientY: 150, cancelable: true, ...init }));
  turn({ deltaY: 50 });
  turn({ deltaY: 70, deltaX: 5 });
  await frame();
  expect(sent).toEqual([{ type: 'screen.wheel', at: { x: 0.5, y: 0.5 }, dx: 5, dy: 120 }]);
  turn({ deltaY: 3, deltaMode: 1 });
  await frame();
  expect(sent.at(-1)).toMatchObject({ dy: 120 });
});
