import { pickMark } from './pick-mark.ts';

export interface Mark {
  /** These and no others are outlined. */
  set(elements: readonly Element[]): void;
  readonly marked: readonly Element[];
}

/** Outlines elements. The outline itself is drawn from outside of the page (see `pick-css.ts`). */
export function createMark(): Mark {
  let marked: readonly Element[] = [];
  return {
    set(elements) {
      for (const element of marked) if (!elements.includes(element)) element.removeAttribute(pickMark);
      for (const element of elements) if (!marked.includes(element)) element.setAttribute(pickMark, '');
      marked = elements;
    },
    get marked() {
      return marked;
    },
  };
}
