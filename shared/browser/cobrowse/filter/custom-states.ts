import type { Names } from './names.ts';

export interface CustomStates {
  /** A sheet asks for this state; the name under which it leaves. */
  asked(name: string): string;
  /** In which of the states that sheets ask for an element is, as they leave. */
  of(element: Element): string;
  /** How many states sheets ask for by now. */
  count(): number;
}

const most = 200;

/** Only the page's own script may list the states of its element; whether it is in one, anybody may ask. */
export function createCustomStates(names: Pick<Names, 'name'>): CustomStates {
  /** With the selector that asks. */
  const known = new Map<string, string>();
  return {
    asked(name) {
      if (known.size < most) known.set(name, `:state(${CSS.escape(name)})`);
      return names.name(name);
    },
    of(element) {
      const on: string[] = [];
      for (const [name, selector] of known) if (matches(element, selector)) on.push(names.name(name));
      return on.join(' ');
    },
    count: () => known.size,
  };
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    // A browser without such states does not know the selector.
    return false;
  }
}
