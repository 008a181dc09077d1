import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { NativeWindow } from '../../shared/protocol/manager.ts';
import type { Rectangle } from '../desk/desk.ts';
import { win } from './user32.ts';

const root = 2;
const rootOwner = 3;
const below = 2;
const ownerOf = 4;
const extendedStyle = -20;
const toolWindow = 0x80;
const frameBounds = 9;
const cloaked = 14;
const menuClass = '#32768';

function text(read: (buffer: Buffer, units: number) => number): string {
  const buffer = Buffer.alloc(600);
  return buffer.toString('utf16le', 0, 2 * read(buffer, 300));
}

export const classOf = (window: number): string => text((buffer, units) => win.className(window, buffer, units));

/** As it is seen and captured, without the shadow that Windows counts as the window's. */
export function areaOf(window: number): Rectangle | null {
  const edges = Buffer.alloc(16);
  const found = win.windowAttribute(window, frameBounds, edges, edges.length) === 0 || win.rectangle(window, edges);
  if (!found) return null;
  const [left, top] = [edges.readInt32LE(0), edges.readInt32LE(4)];
  return { x: left, y: top, width: edges.readInt32LE(8) - left, height: edges.readInt32LE(12) - top };
}

function processOf(window: number): number {
  const buffer = Buffer.alloc(4);
  win.processOf(window, buffer);
  return buffer.readUInt32LE(0);
}

/** Whether what is seen at a place, or has the keyboard, is the granted window, a dialog of it or its menu. */
export function belongs(seen: number, window: number): boolean {
  const top = win.ancestor(seen, root);
  if (top === window || win.ancestor(seen, rootOwner) === window) return true;
  return classOf(top) === menuClass && processOf(top) === processOf(window);
}

function isOrdinary(window: number): boolean {
  if (!win.isVisible(window) || win.next(window, ownerOf) !== 0) return false;
  if ((win.style(window, extendedStyle) & toolWindow) !== 0) return false;
  const hidden = Buffer.alloc(4);
  // Programs from the store that sleep are "visible", but cloaked.
  return win.windowAttribute(window, cloaked, hidden, 4) !== 0 || hidden.readUInt32LE(0) === 0;
}

/** From the top down. */
export function listWindows(): NativeWindow[] {
  const windows: NativeWindow[] = [];
  for (let at = win.top(0); at !== 0 && windows.length < managerLimits.windows; at = win.next(at, below)) {
    if (!isOrdinary(at)) continue;
    const title = text((buffer, units) => win.title(at, buffer, units));
    const area = areaOf(at);
    if (title === '' || area === null) continue;
    windows.push({
      id: String(at),
      title,
      program: classOf(at).slice(0, 200),
      minimised: win.isMinimised(at),
      ...area,
    });
  }
  return windows;
}
