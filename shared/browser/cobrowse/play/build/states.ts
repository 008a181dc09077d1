import { applyState, isState } from '../apply-state.ts';

/** Elements whose state is to be looked at when all that comes with them is there. */
export interface States {
  built(element: Element, attributes: Readonly<Record<string, unknown>>): void;
  changed(element: Element, attributes: Readonly<Record<string, unknown>>): void;
  settle(): void;
}

export function createStates(): States {
  const noted = new Map<Element, Set<string>>();
  const options = new Set<Element>();

  function note(element: Element, attribute: string) {
    const known = noted.get(element);
    if (known) known.add(attribute);
    else noted.set(element, new Set([attribute]));
  }
  function changed(element: Element, attributes: Readonly<Record<string, unknown>>) {
    for (const name in attributes) if (isState(name)) note(element, name);
  }
  return {
    changed,
    built(element, attributes) {
      changed(element, attributes);
      const { localName } = element;
      if (localName === 'select' || localName === 'option') options.add(element);
    },
    settle() {
      for (const option of options) {
        const list = option.closest('select');
        if (list) note(list, 'data-beside-chosen');
      }
      options.clear();
      for (const [element, attributes] of noted) for (const attribute of attributes) applyState(element, attribute);
      noted.clear();
    },
  };
}
