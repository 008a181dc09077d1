import x11 from 'x11';
import type { Rectangle } from '../desk/desk.ts';
import type { XConnection } from './connection.ts';
import { numbersOf } from './properties.ts';

const viewable = 2;
/** Dialogs of dialogs of dialogs: nobody goes deeper. */
const maxDepth = 16;

export interface WindowTree {
  /** Where a window is, of its inside; null: it is gone. */
  area(window: number): Promise<(Rectangle & { isShown: boolean }) | null>;
  /**
   * Whether what lies on the desktop as `top` (a window's frame, or a menu) is the granted window: that itself, a
   * dialog that says it is that one's, or a menu of the same program.
   */
  belongs(top: number, window: number): Promise<boolean>;
  /** The outermost window around one, its frame. */
  topOf(window: number): Promise<number>;
}

/** Answers are kept until anything on the desktop changes, so that a moving pointer costs no questions. */
export function watchWindowTree(x: XConnection): WindowTree {
  const { client, root } = x;
  // The root's own structure: where its monitors are.
  const { SubstructureNotify = 0, StructureNotify = 0, PropertyChange = 0 } = x11.eventMask;
  client.ChangeWindowAttributes(root, { eventMask: SubstructureNotify | StructureNotify | PropertyChange });
  let kept = new Map<string, Promise<unknown>>();
  x.onEvent(({ name }) => {
    if (/^(Create|Destroy|Map|Unmap|Reparent|Configure|Circulate|Property)/.test(name)) kept = new Map();
  });
  const keep = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = (kept.get(key) as Promise<T> | undefined) ?? ask();
    kept.set(key, known);
    return known;
  };

  async function findTop(window: number): Promise<number> {
    let at = window;
    for (;;) {
      const { parent } = await x.ask(client.QueryTree, at);
      if (parent === root || parent === 0) return at;
      at = parent;
    }
  }
  const topOf = (window: number) => keep(`top ${window}`, () => findTop(window));

  /** The program's own window inside a frame; a menu is its own. */
  async function clientIn(top: number): Promise<number | null> {
    const clients = await numbersOf(x, root, '_NET_CLIENT_LIST');
    if (clients.includes(top)) return top;
    for (const window of clients) {
      if ((await topOf(window).catch(() => null)) === top) return window;
    }
    return null;
  }

  async function findBelongs(top: number, window: number): Promise<boolean> {
    if (top === (await topOf(window))) return true;
    let at = await clientIn(top);
    if (at === null) {
      const { overrideRedirect } = await x.ask(client.GetWindowAttributes, top);
      return overrideRedirect === 1 && (top & ~x.idMask) === (window & ~x.idMask);
    }
    for (let depth = 0; depth < maxDepth; depth += 1) {
      const [owner = 0] = await numbersOf(x, at, 'WM_TRANSIENT_FOR');
      if (owner === window) return true;
      if (owner === 0 || owner === root) return false;
      at = owner;
    }
    return false;
  }

  async function findArea(window: number) {
    try {
      const [size, corner, attributes] = await Promise.all([
        x.ask(client.GetGeometry, window),
        x.ask(client.TranslateCoordinates, window, root, 0, 0),
        x.ask(client.GetWindowAttributes, window),
      ]);
      const { width, height } = size;
      return { x: corner.destX, y: corner.destY, width, height, isShown: attributes.mapState === viewable };
    } catch {
      return null;
    }
  }

  return {
    area: (window) => keep(`area ${window}`, () => findArea(window)),
    belongs: (top, window) => keep(`belongs ${top} ${window}`, () => findBelongs(top, window)),
    topOf,
  };
}
