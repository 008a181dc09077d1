import type { Rectangle } from '../desk/desk.ts';
import type { Eyes, OpenEyes, Pointer } from '../desk/eyes.ts';
import type { XConnection } from './connection.ts';

/** One event until it has been asked what has changed, however much is painted. */
const nonEmpty = 3;
const displayCursor = 1;
const zPixmap = 2;
const allPlanes = 0xffffffff;

/** X's own word of what was painted (XDamage), and of the mouse's picture (XFixes), which X paints beside all that. Null: it has none. */
export async function openEyes(x: XConnection): Promise<Eyes | null> {
  if (!x.isBgrx) return null;
  const { client, root } = x;
  const [damage, fixes] = await Promise.all([x.extension('damage'), x.extension('fixes')]).catch(() => [null, null]);
  if (!damage || !fixes) return null;

  const readPlace = ({ x: left, y: top, width, height }: Rectangle) =>
    x.ask(client.GetImage, zPixmap, root, left, top, width, height, allPlanes);

  const pointer = async (): Promise<Pointer> => {
    const { x: left, y: top, xhot, yhot, width, height, cursorImage } = await x.ask(fixes.GetCursorImage);
    return { x: left - xhot, y: top - yhot, width, height, pixels: cursorImage };
  };

  return {
    async read(places) {
      const read = await Promise.all(places.map(readPlace));
      const pixels = new Uint8Array(read.reduce((all, { data }) => all + data.length, 0));
      read.reduce((at, { data }) => (pixels.set(data, at), at + data.length), 0);
      return pixels;
    },
    open(onChange): OpenEyes {
      const [watched, painted] = [client.AllocID(), client.AllocID()];
      const end = new AbortController();
      fixes.CreateRegion(painted, []);
      damage.Create(watched, root, nonEmpty);
      fixes.SelectCursorInput(root, displayCursor);
      x.onEvent(({ name }) => {
        if (name === 'DamageNotify' || name === 'CursorNotify') onChange();
      }, end.signal);
      return {
        async look() {
          damage.Subtract(watched, 0, painted);
          const [region, seen] = await Promise.all([x.ask(fixes.FetchRegion, painted), pointer()]);
          return { painted: region.rectangles, pointer: seen };
        },
        close() {
          end.abort();
          fixes.SelectCursorInput(root, 0);
          damage.Destroy(watched);
          fixes.DestroyRegion(painted);
        },
      };
    },
  };
}
