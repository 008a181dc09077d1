import type { startSession } from './session.ts';

type Session = Awaited<ReturnType<typeof startSession>>;

interface Point {
  x: number;
  y: number;
}

/** The host's real mouse over the mirror: a drag through points in the mirrored page's own pixels. */
export function dragInPlayer({ player, mirror }: Session, points: readonly Point[]) {
  const overlay = player.frame.contentDocument?.querySelector<HTMLElement>('#overlay');
  if (!overlay) throw new Error('no overlay');
  overlay.setPointerCapture = () => undefined;
  const place = overlay.getBoundingClientRect();
  const scale = place.width / mirror().documentElement.clientWidth;
  const say = (type: string, { x, y }: Point) =>
    overlay.dispatchEvent(
      new PointerEvent(type, {
        clientX: place.left + x * scale,
        clientY: place.top + y * scale,
        pointerId: 1,
        button: 0,
        bubbles: true,
        cancelable: true,
      }),
    );
  const [first, ...others] = points;
  if (!first) return;
  say('pointerdown', first);
  for (const point of others) say('pointermove', point);
  say('pointerup', others.at(-1) ?? first);
}

/** The layers that are drawn over the page from now on; nobody else gets at them. */
export function seeLayers({ page }: Session): ShadowRoot[] {
  const { prototype } = page.win.Element;
  const { attachShadow } = prototype;
  const seen: ShadowRoot[] = [];
  prototype.attachShadow = function attach(options) {
    const root = attachShadow.call(this, options);
    seen.push(root);
    return root;
  };
  return seen;
}

/** What is drawn in the layers, in the page's pixels: the box of each mark's line. */
export const drawnIn = (roots: Iterable<ParentNode>, tool: string) =>
  [...roots].flatMap((root) =>
    [...root.querySelectorAll<HTMLElement>(`[data-drawing="${tool}"]`)].filter(({ style }) => style.display !== 'none'),
  );

export function lineBox(mark: Element | undefined): DOMRect {
  const paths = mark?.querySelectorAll('path') ?? [];
  return paths[paths.length - 1]?.getBoundingClientRect() ?? new DOMRect();
}
