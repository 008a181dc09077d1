import type { NativeScreen } from '../../shared/protocol/manager.ts';
import type { Desk, Located, Place } from '../desk/desk.ts';
import { isIn, placeIn } from '../desk/place-in.ts';
import { createClipboard } from './clipboard.ts';
import { openX } from './connection.ts';
import { openEyes } from './eyes.ts';
import { createKeyboard } from './keyboard.ts';
import { listMonitors } from './monitors.ts';
import { watchWindowTree } from './window-tree.ts';
import { listWindows } from './window-list.ts';

const keyPress = 2;
const keyRelease = 3;
const buttonPress = 4;
const buttonRelease = 5;
const motion = 6;

/** X's numbers of the buttons 0 to 4, and the wheel, which X takes for buttons too. */
const buttons = [1, 2, 3, 8, 9];
const wheelButtons = { up: 4, down: 5, left: 6, right: 7 };
/** Of a reply's mask: the first three buttons. */
const buttonMasks: [mask: number, button: number][] = [
  [0x100, 0],
  [0x200, 1],
  [0x400, 2],
];

/** Linux and others with an X server: XTEST for input, EWMH for windows. */
export async function openX11Desk(display: string): Promise<Desk> {
  const x = await openX(display);
  const { client, xtest, root } = x;
  const eyes = await openEyes(x);
  const tree = watchWindowTree(x);
  const keyboard = createKeyboard(x);
  const clipboard = createClipboard(x);
  let monitors: Promise<NativeScreen[]> | null = null;
  x.onEvent(({ name }) => {
    if (name.startsWith('Configure')) monitors = null;
  });
  const screens = () => (monitors ??= listMonitors(x));

  const fake = (type: number, detail: number, at: Place = { x: 0, y: 0 }) =>
    xtest.FakeInput(type, detail, 0, root, at.x, at.y);

  async function inWindow(window: number, point: Place): Promise<Located> {
    const area = await tree.area(window);
    if (!area) return { ok: false, code: 'gone' };
    if (!area.isShown) return { ok: false, code: 'minimised' };
    const at = placeIn(area, point);
    if (!(await screens()).some((screen) => isIn(at, screen))) return { ok: false, code: 'outside' };
    const { child } = await x.ask(client.TranslateCoordinates, root, root, at.x, at.y);
    const ours = child !== 0 && (await tree.belongs(child, window).catch(() => false));
    return ours ? { ok: true, at } : { ok: false, code: 'covered' };
  }

  async function onScreen(id: string, point: Place): Promise<Located> {
    const screen = (await screens()).find((one) => one.id === id);
    return screen ? { ok: true, at: placeIn(screen, point) } : { ok: false, code: 'gone' };
  }

  return {
    eyes,
    screens(isAfresh) {
      if (isAfresh) monitors = null;
      return screens();
    },
    windows: () => listWindows(x),
    locate: (surface, point) =>
      surface.kind === 'application' ? inWindow(Number(surface.window), point) : onScreen(surface.screen, point),
    async hasKeyboard(surface) {
      if (surface.kind === 'desktop') return true;
      const { focus } = await x.ask(client.GetInputFocus);
      // None, or whatever the pointer is over.
      if (focus <= 1) return false;
      const top = await tree.topOf(focus).catch(() => null);
      return top !== null && tree.belongs(top, Number(surface.window)).catch(() => false);
    },
    async raise(window) {
      const id = Number(window);
      if ((await tree.area(id)) === null) return false;
      // 2: asked for by a pager, so by the person; window managers do not hold it back.
      client.SendClientMessage(root, id, await x.atom('_NET_ACTIVE_WINDOW'), 32, [2, 0, 0, 0, 0]);
      await x.settled();
      return true;
    },
    async hand() {
      const [pointer, keys] = await Promise.all([x.ask(client.QueryPointer, root), x.ask(client.QueryKeymap)]);
      return {
        at: { x: pointer.rootX, y: pointer.rootY },
        buttons: buttonMasks.filter(([mask]) => (pointer.keyMask & mask) !== 0).map(([, button]) => button),
        keys: [...keys].flatMap((bits, row) =>
          [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => bits & (1 << bit)).map((bit) => row * 8 + bit),
        ),
      };
    },
    move: (to) => fake(motion, 0, to),
    button: (button, down) => fake(down ? buttonPress : buttonRelease, buttons[button] ?? 1),
    wheel(right, down) {
      const turn = (notches: number, button: number) => {
        for (let index = 0; index < Math.abs(notches); index += 1) {
          fake(buttonPress, button);
          fake(buttonRelease, button);
        }
      };
      turn(right, right > 0 ? wheelButtons.right : wheelButtons.left);
      turn(down, down > 0 ? wheelButtons.down : wheelButtons.up);
    },
    key: (code, down) => fake(down ? keyPress : keyRelease, code),
    keyCode: keyboard.keyCode,
    type: keyboard.type,
    readClipboard: clipboard.read,
    writeClipboard: clipboard.write,
    async close() {
      await keyboard.restore();
      x.close();
    },
  };
}
