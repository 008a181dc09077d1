import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { NativeScreen } from '../../shared/protocol/manager.ts';
import type { Desk, Place } from '../desk/desk.ts';
import { placeIn } from '../desk/place-in.ts';
import { mac } from './core-graphics.ts';
import { flagsOf, macKey, macKeys } from './mac-keys.ts';

const run = promisify(execFile);

const hidTap = 0;
const hidState = 1;
const lines = 1;
const [enter, tab] = [36, 48];
/** Kinds of events: press, release and drag of the left, the right and any other button. */
const kinds = [
  [1, 2, 6],
  [25, 26, 27],
  [3, 4, 7],
] as const;
const moved = 5;
/** macOS counts left, right, middle, back, forward. */
const buttonNumbers = [0, 2, 1, 3, 4];

/**
 * macOS, experimental: written by Apple's documents and never run there. Desktop only: it lists no windows, so no
 * application can be granted. Null: the person has not let the browser control the computer (Privacy & Security ›
 * Accessibility), which macOS asks of the browser, not of us.
 */
export function openMacDesk(): Desk | null {
  if (!mac.isTrusted()) return null;
  const down = new Set<number>();
  const pressed = new Set<number>();

  function post(event: unknown) {
    mac.setFlags(event, flagsOf(down));
    mac.post(hidTap, event);
    mac.release(event);
  }

  function where(): Place {
    const event = mac.newEvent(null);
    const at = mac.locationOf(event);
    mac.release(event);
    return at;
  }

  function key(code: number, isDown: boolean) {
    if (isDown) down.add(code);
    else down.delete(code);
    post(mac.keyEvent(null, code, isDown));
  }

  function screens(): NativeScreen[] {
    const [ids, count] = [Buffer.alloc(64), Buffer.alloc(4)];
    mac.displays(16, ids, count);
    return Array.from({ length: count.readUInt32LE(0) }, (_, index) => {
      const id = ids.readUInt32LE(4 * index);
      const { origin, size } = mac.displayBounds(id);
      const whole = { x: Math.round(origin.x), y: Math.round(origin.y) };
      const extent = { width: Math.round(size.width), height: Math.round(size.height) };
      return { id: String(id), name: `Display ${index + 1}`, primary: id === mac.mainDisplay(), ...whole, ...extent };
    });
  }

  return {
    eyes: null,
    screens: async () => screens(),
    windows: async () => [],
    async locate(surface, point) {
      const found = surface.kind === 'desktop' ? screens().find((screen) => screen.id === surface.screen) : undefined;
      return found ? { ok: true, at: placeIn(found, point) } : { ok: false, code: 'gone' };
    },
    hasKeyboard: async (surface) => surface.kind === 'desktop',
    raise: async () => false,
    hand: async () => ({
      at: where(),
      buttons: [0, 1, 2].filter((button) => mac.buttonState(hidState, buttonNumbers[button] ?? 0)),
      keys: macKeys.filter((code) => mac.keyState(hidState, code)),
    }),
    move(to) {
      const [button] = pressed;
      const [, , dragged] = kinds[Math.min(button ?? 0, 2)] ?? kinds[0];
      post(mac.mouseEvent(null, button === undefined ? moved : dragged, to, buttonNumbers[button ?? 0] ?? 0));
    },
    button(button, isDown) {
      if (isDown) pressed.add(button);
      else pressed.delete(button);
      const [press, release] = kinds[button] ?? kinds[1];
      post(mac.mouseEvent(null, isDown ? press : release, where(), buttonNumbers[button] ?? 0));
    },
    wheel: (right, downwards) => post(mac.wheelEvent(null, lines, 2, -3 * downwards, -3 * right, 0)),
    key,
    keyCode: async (name, code) => macKey(name, code),
    async type(text, held, press) {
      const lifted = [...held].filter((code) => flagsOf([code]) !== 0);
      for (const code of lifted) press(code, false);
      for (const character of text.replaceAll('\r\n', '\n')) {
        const special = character === '\n' ? enter : character === '\t' ? tab : null;
        if (special !== null) {
          press(special, true);
          press(special, false);
          continue;
        }
        for (const isDown of [true, false]) {
          const event = mac.keyEvent(null, 0, isDown);
          mac.setText(event, character.length, Buffer.from(character, 'utf16le'));
          post(event);
        }
      }
      for (const code of lifted) press(code, true);
    },
    // Two programs of macOS' own, with no argument of anybody's.
    readClipboard: async () => (await run('/usr/bin/pbpaste', { env: { LANG: 'en_US.UTF-8' } })).stdout,
    async writeClipboard(text) {
      const copying = run('/usr/bin/pbcopy', { env: { LANG: 'en_US.UTF-8' } });
      copying.child.stdin?.end(text);
      await copying;
    },
    close: async () => undefined,
  };
}
