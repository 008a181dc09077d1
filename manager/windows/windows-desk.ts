import type { Desk, Located, Place } from '../desk/desk.ts';
import { isIn, placeIn } from '../desk/place-in.ts';
import { readClipboard, writeClipboard } from './clipboard.ts';
import { listScreens } from './screens.ts';
import { sendButton, sendKey, sendMove, sendText, sendWheel } from './send-input.ts';
import { win } from './user32.ts';
import { buttonsDown, keysDown, modifiers, virtualKey } from './virtual-keys.ts';
import { areaOf, belongs, listWindows } from './window-list.ts';

/** Real pixels on every screen, whatever their scale. */
const perMonitorAware = -4;
const restore = 9;
const [enter, tab] = [0x0d, 0x09];

/**
 * Windows, by user32. Windows of programs with more rights than ours, and the secure desktop, take no input from
 * us: Windows itself sees to that.
 */
export function openWindowsDesk(): Desk {
  win.setDpiAwareness(perMonitorAware);

  function inWindow(window: number, point: Place): Located {
    if (!win.exists(window)) return { ok: false, code: 'gone' };
    if (win.isMinimised(window) || !win.isVisible(window)) return { ok: false, code: 'minimised' };
    const area = areaOf(window);
    if (area === null) return { ok: false, code: 'gone' };
    const at = placeIn(area, point);
    if (!listScreens().some((screen) => isIn(at, screen))) return { ok: false, code: 'outside' };
    const seen = win.windowAt((BigInt(at.y) << 32n) | BigInt.asUintN(32, BigInt(at.x)));
    return seen !== 0 && belongs(seen, window) ? { ok: true, at } : { ok: false, code: 'covered' };
  }

  function onScreen(id: string, point: Place): Located {
    const screen = listScreens().find((one) => one.id === id);
    return screen ? { ok: true, at: placeIn(screen, point) } : { ok: false, code: 'gone' };
  }

  return {
    eyes: null,
    screens: async () => listScreens(),
    windows: async () => listWindows(),
    locate: async (surface, point) =>
      surface.kind === 'application' ? inWindow(Number(surface.window), point) : onScreen(surface.screen, point),
    async hasKeyboard(surface) {
      if (surface.kind === 'desktop') return true;
      const foreground = win.foreground();
      return foreground !== 0 && belongs(foreground, Number(surface.window));
    },
    async raise(window) {
      const handle = Number(window);
      if (!win.exists(handle)) return false;
      if (win.isMinimised(handle)) win.show(handle, restore);
      win.setForeground(handle);
      return true;
    },
    async hand() {
      const point = Buffer.alloc(8);
      win.cursorPos(point);
      return { at: { x: point.readInt32LE(0), y: point.readInt32LE(4) }, buttons: buttonsDown(), keys: keysDown() };
    },
    move: sendMove,
    button: sendButton,
    wheel: sendWheel,
    key: sendKey,
    keyCode: async (key, code) => virtualKey(key, code),
    async type(text, held, press) {
      const lifted = modifiers.filter((key) => held.has(key));
      for (const key of lifted) press(key, false);
      for (const part of text.replaceAll('\r\n', '\n').split(/([\n\t])/)) {
        const special = part === '\n' ? enter : part === '\t' ? tab : null;
        if (special !== null) {
          press(special, true);
          press(special, false);
        } else if (part !== '') sendText(part);
      }
      for (const key of lifted) press(key, true);
    },
    readClipboard: async () => readClipboard(),
    writeClipboard: async (text) => writeClipboard(text),
    close: async () => undefined,
  };
}
