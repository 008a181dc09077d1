import x11, { type XEvent } from 'x11';
import { openX, type XConnection } from '../../../manager/x11/connection.ts';
import { waitFor } from '../wait-for.ts';

export interface Recorder {
  readonly id: number;
  readonly x: XConnection;
  /** Pointer and key events, in the order in which they came. */
  readonly events: XEvent[];
  of(name: string): XEvent[];
  /** Fills a rectangle of the window. */
  paint(colour: number, place: { x: number; y: number; width: number; height: number }): Promise<void>;
  /** What was typed, read as programs do: by the key map as it is when the key comes. */
  text(): string;
  close(): void;
}

interface Options {
  title: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  /** Id of the window that this is a dialog of. */
  dialogOf?: number;
  /** A menu: no window manager has a hand in it. */
  menu?: boolean;
  connection?: XConnection;
}

/** A real program of its own on the display: a window that writes down what happens to it. */
export async function openRecorder(display: string, options: Options): Promise<Recorder> {
  const { title, x: left = 0, y: top = 0, width = 400, height = 300, dialogOf, menu = false } = options;
  const x = options.connection ?? (await openX(display));
  const { client } = x;
  const mask = x11.eventMask;
  const id = client.AllocID();
  client.CreateWindow(id, x.root, left, top, width, height, 0, 0, 1, 0, {
    backgroundPixel: 0xdd_dd_dd,
    overrideRedirect: menu ? 1 : 0,
    eventMask:
      (mask['KeyPress'] ?? 0) |
      (mask['KeyRelease'] ?? 0) |
      (mask['ButtonPress'] ?? 0) |
      (mask['ButtonRelease'] ?? 0) |
      (mask['PointerMotion'] ?? 0) |
      (mask['StructureNotify'] ?? 0),
  });
  const property = async (name: string, type: string, units: 8 | 32, value: Buffer | number[]) =>
    client.ChangeProperty(0, id, await x.atom(name), await x.atom(type), units, value);
  await property('_NET_WM_NAME', 'UTF8_STRING', 8, Buffer.from(title));
  // Chromium's picker reads this one.
  await property('WM_NAME', 'STRING', 8, Buffer.from(title));
  await property('WM_CLASS', 'STRING', 8, Buffer.from('recorder\0Recorder\0'));
  // Placed where we say, and with the focus when it is clicked or raised.
  await property('WM_NORMAL_HINTS', 'WM_SIZE_HINTS', 32, [
    5,
    left,
    top,
    width,
    height,
    ...Array.from({ length: 13 }, () => 0),
  ]);
  if (dialogOf !== undefined) await property('WM_TRANSIENT_FOR', 'WINDOW', 32, [dialogOf]);

  const events: XEvent[] = [];
  let text = '';
  let map = x.ask(client.GetKeyboardMapping, x.firstKey, x.lastKey - x.firstKey + 1);
  let mapped = false;
  let reading = Promise.resolve();
  x.onEvent((event) => {
    if (event.name === 'MappingNotify') map = x.ask(client.GetKeyboardMapping, x.firstKey, x.lastKey - x.firstKey + 1);
    if (event.wid !== id) return;
    if (event.name === 'MapNotify') mapped = true;
    if (/^(Key|Button|Motion)/.test(event.name)) events.push(event);
    if (event.name !== 'KeyPress') return;
    const current = map;
    reading = reading.then(async () => {
      text += letter(await current, x.firstKey, Number(event['keycode']), Number(event['buttons']));
    });
  });
  await waitFor(`the window ${title}`, () => {
    // A window manager that is about to start may miss the wish.
    if (!mapped) client.MapWindow(id);
    return mapped;
  });
  if (!menu) {
    const list = await x.atom('_NET_CLIENT_LIST');
    await waitFor(`${title} among the windows`, async () => {
      const { data } = await x.ask(client.GetProperty, 0, x.root, list, 0, 0, 1_000);
      return Array.from({ length: data.length / 4 }, (_, index) => data.readUInt32LE(4 * index)).includes(id);
    });
  }
  return {
    id,
    x,
    events,
    of: (name) => events.filter((event) => event.name === name),
    async paint(colour, place) {
      client.ChangeWindowAttributes(id, { backgroundPixel: colour });
      client.ClearArea(id, place.x, place.y, place.width, place.height, 0);
      await x.settled();
    },
    text: () => text,
    close() {
      client.DestroyWindow(id);
      if (!options.connection) x.close();
    },
  };
}

const shiftMask = 1;
const lockMask = 2;
const altGrMask = 0x80;

/** What a key types, by the rules of the X protocol; '' for one that types nothing. */
function letter(map: number[][], first: number, code: number, state: number): string {
  const row = map[code - first] ?? [];
  const group = (state >> 13) & 3 ? 2 : 0;
  const base = state & altGrMask ? group / 2 + 4 : group;
  const plain = row[base] ?? 0;
  const isLetter = plain >= 0x61 && plain <= 0x7a;
  const shifted = Boolean(state & shiftMask) !== (isLetter && Boolean(state & lockMask));
  const symbol = shifted ? row[base + 1] || (isLetter ? plain - 32 : plain) : plain;
  if (symbol === 0xff0d) return '\n';
  if (symbol >= 0x100_0000) return String.fromCodePoint(symbol - 0x100_0000);
  return (symbol >= 0x20 && symbol < 0x7f) || (symbol >= 0xa0 && symbol <= 0xff)
    ? String.fromCharCode(symbol)
    : (latin2.get(symbol) ?? '');
}

/** Those of the old Latin-2 numbers that the Czech layout has. */
const latin2 = new Map(
  Object.entries({ š: 0x1b9, ž: 0x1be, č: 0x1e8, ě: 0x1ec, ď: 0x1ef, ň: 0x1f2, ř: 0x1f8, ů: 0x1f9, ť: 0x1bb }).map(
    ([character, symbol]) => [symbol, character],
  ),
);
