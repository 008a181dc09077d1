import type { PickPurpose } from '../../../protocol/page.ts';
import { candidates, pickable } from './candidates.ts';
import type { Mark } from './mark.ts';

interface KeyDeps {
  doc: Document;
  purpose: PickPurpose;
  mark: Mark;
  take(elements: readonly Element[]): void;
  cancel(): void;
}

/** Tab and Shift+Tab go from one to the next, the arrow up takes what is around, down goes back in, Enter picks, Escape ends. */
export function pickByKeys({ doc, purpose, mark, take, cancel }: KeyDeps): (event: KeyboardEvent) => void {
  /** From the one that Tab came to, outwards. */
  let path: Element[] = [];

  function show(element: Element | null) {
    if (!element) return;
    mark.set([element]);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  function step(by: 1 | -1) {
    const all = candidates(doc, purpose);
    const [now] = path;
    const at = now ? all.indexOf(now) : -1;
    const next = at < 0 ? (by > 0 ? firstInView(all) : all.at(-1)) : all[(at + by + all.length) % all.length];
    path = next ? [next] : [];
    show(next ?? null);
  }

  return ({ key, shiftKey }) => {
    const last = path.at(-1);
    switch (key) {
      case 'Tab':
        step(shiftKey ? -1 : 1);
        break;
      case 'ArrowUp': {
        const around = pickable(last?.parentElement ?? null, purpose);
        if (around) path.push(around);
        show(around);
        break;
      }
      case 'ArrowDown':
        if (path.length > 1) path.pop();
        show(path.at(-1) ?? null);
        break;
      case 'Enter':
        if (mark.marked.length > 0) take(mark.marked);
        break;
      case 'Escape':
        cancel();
        break;
    }
  };
}

const firstInView = (all: readonly Element[]): Element | undefined =>
  all.find((element) => element.getBoundingClientRect().bottom > 0) ?? all[0];
