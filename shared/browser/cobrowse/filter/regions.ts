import { markersOf } from './markers.ts';
import { inherit, region } from './region.ts';
import { isShadowRoot } from './root.ts';
import type { Rules } from './rules.ts';

export interface Regions {
  /** What holds for the text and the attributes of this element. */
  of(element: Element): number;
  /** An attribute changed; true when something that was asked for holds no more. */
  changed(element: Element): boolean;
  /** A node has been put here; one that was elsewhere before takes nothing along. */
  placed(node: Node): void;
  /** Other rules, or the same for another page: true when something that was asked for holds no more. */
  follow(rules: Rules, roots: Iterable<Document | ShadowRoot>): boolean;
}

interface Known {
  own: number;
  all: number;
}

/** Their text is not drawn as text. */
const silent = new Set([
  'script',
  'noscript',
  'template',
  'canvas',
  'audio',
  'video',
  'object',
  'iframe',
  'noframes',
  'noembed',
  'datalist',
]);

/** The element around, through shadow roots and frames that can be read; null at the top. */
function parentOf(element: Element, top: Document): Element | null {
  const parent = element.parentNode;
  if (!parent) return null;
  if (parent.nodeType === 1) return parent as Element;
  if (isShadowRoot(parent)) return parent.host;
  if (parent === top) return null;
  try {
    return (parent as Document).defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

interface Deps {
  /** What lies around this document is not looked at. */
  top: Document;
  /** What holds where nobody has said anything. */
  base: number;
  met(element: Element): void;
}

/** Answers `closest` for each element once. */
export function createRegions({ top, base, met }: Deps): Regions {
  let cache = new WeakMap<Element, Known>();
  let byRule = new Map<Element, number>();
  let ground = base;

  function ownOf(element: Element): number {
    let own = markersOf(element) | (byRule.get(element) ?? 0);
    if (silent.has(element.localName)) own |= region.silent;
    return own;
  }

  function of(element: Element): number {
    const known = cache.get(element);
    if (known) return known.all;
    // Upwards to what is known, then down again: pages nest deeper than a stack.
    const path: Element[] = [];
    let around = ground;
    for (let next: Element | null = element; next; next = parentOf(next, top)) {
      const above = cache.get(next);
      if (above) {
        around = above.all;
        break;
      }
      path.push(next);
    }
    for (let at = path.length - 1; at >= 0; at--) {
      const next = path[at];
      if (!next) break;
      met(next);
      const own = ownOf(next);
      // An editable document has no element that says so; a frame in editable text is none.
      const editable = next.localName === 'html' && next.ownerDocument.designMode === 'on' ? region.typed : 0;
      const outer = next.localName === 'html' ? around & ~(region.silent | region.typed) : around;
      around = inherit(outer, own | editable);
      cache.set(next, { own, all: around });
    }
    return around;
  }

  return {
    of,
    changed(element) {
      const known = cache.get(element);
      if (!known || known.own === ownOf(element)) return false;
      const hides = ((known.own ^ ownOf(element)) & ~(region.typed | region.untyped)) !== 0;
      cache = new WeakMap();
      return hides;
    },
    placed(node) {
      if (node.nodeType === 1 && cache.has(node as Element)) cache = new WeakMap();
    },
    follow(rules, roots) {
      const before = byRule;
      const wasGround = ground;
      ground = rules.broken ? base | region.mask : base;
      byRule = new Map();
      if (rules.selector !== '')
        for (const root of roots)
          for (const element of root.querySelectorAll(rules.selector)) byRule.set(element, rules.flagsOf(element));
      const isOther = (element: Element) => before.get(element) !== byRule.get(element) && cache.has(element);
      const changed = wasGround !== ground || [...before.keys(), ...byRule.keys()].some(isOther);
      if (changed) cache = new WeakMap();
      return changed;
    },
  };
}
