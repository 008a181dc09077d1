import { limits } from '../../../protocol/limits.ts';

/** Shown whole or not at all. */
const whole = /^(?:img|picture|svg|video|canvas|iframe|input|select|textarea|button|object|embed|meter|progress)$/;
/** Touched by less than this is beside the area, CSS pixels. */
const touchPixels = 2;
/** Who holds so much of an element means all of it. */
const mostly = 0.6;

/** The shadow root of an element, as far as it can be looked into. */
export type RootOf = (element: Element) => ShadowRoot | null;

/**
 * Elements that together hold all that is seen under an area of the window: those mostly inside of it, and all whose
 * own words or picture it touches. Through open shadow roots; what is in a frame, or in a closed root, is its element.
 * At most as many as may be picked at once: rather more of the page than less.
 */
export function underArea(doc: Document, area: DOMRectReadOnly, rootOf: RootOf): Element[] {
  const covers = ({ left, right, top, bottom }: DOMRectReadOnly) =>
    Math.min(right, area.right) - Math.max(left, area.left) >= touchPixels &&
    Math.min(bottom, area.bottom) - Math.max(top, area.top) >= touchPixels;

  function touchedIn(root: ParentNode): Element[] {
    const found: Element[] = [];
    for (const element of root.children) {
      const box = element.getBoundingClientRect();
      const inner = rootOf(element);
      const isTouched = covers(box) && (isShownWhole(element) || (inner === null && mayHideWords(element)));
      if (isMostlyIn(box, area) || isTouched || ownWords(element).some(covers)) {
        found.push(element);
        continue;
      }
      const inRoot = inner ? touchedIn(inner) : [];
      // Words that stand in the root itself are its host's, and no place leads into a closed one.
      const isItsHosts = inner !== null && ownWords(inner).some(covers);
      if (isItsHosts || (inner?.mode === 'closed' && inRoot.length > 0)) found.push(element);
      else found.push(...touchedIn(element), ...inRoot);
    }
    return found;
  }
  return atMost(doc.body ? touchedIn(doc.body) : [], limits.thingsPickedAtOnce);
}

function isMostlyIn({ left, right, top, bottom, width, height }: DOMRectReadOnly, area: DOMRectReadOnly): boolean {
  const across = Math.min(right, area.right) - Math.max(left, area.left);
  const down = Math.min(bottom, area.bottom) - Math.max(top, area.top);
  return width * height > 0 && across > 0 && down > 0 && across * down >= mostly * width * height;
}

const isShownWhole = (element: Element): boolean =>
  whole.test(element.localName) || getComputedStyle(element).backgroundImage.includes('url(');

/** It may have a shadow root that cannot be looked into. */
const mayHideWords = (element: Element): boolean => element.localName.includes('-') && element.childElementCount === 0;

/** Where the words are, not the lines that they could fill. */
function ownWords(element: Element | ShadowRoot): DOMRect[] {
  const range = element.ownerDocument.createRange();
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== 3 || !/\S/.test(node.nodeValue ?? '')) return [];
    range.selectNode(node);
    return [...range.getClientRects()];
  });
}

/** Until they are few enough, what has the most of them inside takes their place. */
export function atMost(elements: readonly Element[], most: number): Element[] {
  let all = [...elements];
  while (all.length > most) {
    const counts = new Map<Element, number>();
    for (const { parentElement } of all) {
      if (parentElement) counts.set(parentElement, (counts.get(parentElement) ?? 0) + 1);
    }
    const [fullest] = [...counts].toSorted(([, a], [, b]) => b - a);
    // Those of shadow roots have nothing around them in their own tree.
    if (!fullest) return all.slice(0, most);
    const [parent] = fullest;
    all = [...all.filter((element) => !parent.contains(element)), parent];
  }
  return all;
}
