import type { CustomStates } from '../filter/custom-states.ts';
import type { Realm } from './css-hooks.ts';
import { wrapMethods } from './wrap-methods.ts';

export interface CustomElementStates {
  /** A shown custom element. */
  met(element: Element): void;
  /** States may have changed. */
  changed(): void;
  /** Sheets have been read, which may ask for more states. */
  read(): void;
  /** Looks at all that may have changed, once a batch. */
  take(): void;
  drop(): void;
}

interface Deps {
  states: Pick<CustomStates, 'of' | 'count'>;
  isShown(element: Element): boolean;
  touch(element: Element, attribute: 'data-beside-states'): void;
  /** There is something to take. */
  ask(): void;
}

const mostElements = 5_000;

/** Custom elements that are in states of their own (`:state()`). A set of states does not say whose it is: so all are looked at. */
export function createCustomElementStates({ states, isShown, touch, ask }: Deps): CustomElementStates {
  const told = new Map<Element, string>();
  let isDue = false;
  let asked = 0;
  function changed() {
    isDue = told.size > 0;
    if (isDue) ask();
  }
  return {
    met(element) {
      if (told.size < mostElements) told.set(element, states.of(element));
    },
    changed,
    read() {
      if (states.count() === asked) return;
      asked = states.count();
      changed();
    },
    take() {
      if (!isDue) return;
      isDue = false;
      for (const [element, before] of told) {
        if (!isShown(element)) told.delete(element);
        else {
          const now = states.of(element);
          told.set(element, now);
          if (now !== before) touch(element, 'data-beside-states');
        }
      }
    },
    drop: () => told.clear(),
  };
}

const patched = new WeakSet<object>();
const hooks = new Set<() => void>();

/** Hears that some element's states have changed. Once a realm; wrappers stay and do nothing when nobody listens. */
export function hookStates(win: Realm, changed: () => void): () => void {
  hooks.add(changed);
  const proto = (win as { CustomStateSet?: { prototype: object } }).CustomStateSet?.prototype;
  if (proto && !patched.has(proto)) {
    patched.add(proto);
    wrapMethods(proto, ['add', 'delete', 'clear'], () => {
      for (const hook of hooks) hook();
    });
  }
  return () => void hooks.delete(changed);
}
