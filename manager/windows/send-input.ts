import type { Place } from '../desk/desk.ts';
import { win } from './user32.ts';

/** Bytes of one INPUT on 64-bit Windows: its kind, then from the eighth byte on the mouse or the key. */
const inputBytes = 40;
const mouseKind = 0;
const keyKind = 1;

const moveAbsoluteOnAllScreens = 0x0001 | 0x8000 | 0x4000;
const wheelFlag = 0x0800;
const sidewaysFlag = 0x1000;
const extendedKey = 0x0001;
const keyUp = 0x0002;
const unicodeKey = 0x0004;

/** Flags of pressing and releasing, and which of the extra buttons. */
const buttons = [
  [0x0002, 0x0004, 0],
  [0x0020, 0x0040, 0],
  [0x0008, 0x0010, 0],
  [0x0080, 0x0100, 1],
  [0x0080, 0x0100, 2],
] as const;

/** Keys that share their scan code with one of the number pad. */
const extended = new Set([
  0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x2d, 0x2e, 0x5b, 0x5c, 0x5d, 0x6f, 0xa3, 0xa5,
]);

const metrics = { left: 76, top: 77, width: 78, height: 79 };
/** A mouse is told in parts of this over all screens. */
const whole = 65_535;

const send = (inputs: Buffer) => void win.sendInput(inputs.length / inputBytes, inputs, inputBytes);

function mouse(flags: number, data = 0, at: Place = { x: 0, y: 0 }): void {
  const input = Buffer.alloc(inputBytes);
  input.writeUInt32LE(mouseKind, 0);
  input.writeInt32LE(at.x, 8);
  input.writeInt32LE(at.y, 12);
  input.writeInt32LE(data, 16);
  input.writeUInt32LE(flags, 20);
  send(input);
}

function keyInput(key: number, scan: number, flags: number): Buffer {
  const input = Buffer.alloc(inputBytes);
  input.writeUInt32LE(keyKind, 0);
  input.writeUInt16LE(key, 8);
  input.writeUInt16LE(scan, 10);
  input.writeUInt32LE(flags, 12);
  return input;
}

export function sendMove({ x, y }: Place): void {
  const part = (value: number, from: number, size: number) =>
    Math.round(((value - from) * whole) / Math.max(1, size - 1));
  mouse(moveAbsoluteOnAllScreens, 0, {
    x: part(x, win.metric(metrics.left), win.metric(metrics.width)),
    y: part(y, win.metric(metrics.top), win.metric(metrics.height)),
  });
}

export function sendButton(button: number, down: boolean): void {
  const [press, release, extra] = buttons[button] ?? buttons[0];
  mouse(down ? press : release, extra);
}

export function sendWheel(right: number, down: number): void {
  if (right !== 0) mouse(sidewaysFlag, right * 120);
  if (down !== 0) mouse(wheelFlag, -down * 120);
}

export function sendKey(key: number, down: boolean): void {
  send(keyInput(key, win.scanOf(key, 0) & 0xff, (extended.has(key) ? extendedKey : 0) | (down ? 0 : keyUp)));
}

/** Each half of a surrogate pair is a key of its own; Windows puts them together again. */
export function sendText(text: string): void {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  send(Buffer.concat(units.flatMap((unit) => [keyInput(0, unit, unicodeKey), keyInput(0, unit, unicodeKey | keyUp)])));
}
