import { markerAttributes } from './markers.ts';
import { neverAttributes } from './never.ts';
import type { Root } from './root.ts';

export interface PageWatch {
  readonly roots: ReadonlySet<Root>;
  /** Watches this root too. */
  add(root: Root): void;
  /** Hands over what has happened since the last time. */
  catchUp(): void;
  stop(): void;
}

interface Deps {
  /** Any attribute may matter, not only those that the filter knows. */
  allAttributes: boolean;
  mutated(records: readonly MutationRecord[]): void;
  /** Somebody typed into this, or a script says so. */
  typed(field: Element): void;
  added(root: Root): void;
}

/** Sees each change of a page before anything of it leaves: the recorder's own observer may be asked first. */
export function createPageWatch({ allAttributes, mutated, typed, added }: Deps): PageWatch {
  const roots = new Set<Root>();
  const life = new AbortController();
  const observer = new MutationObserver(mutated);
  const options: MutationObserverInit = {
    subtree: true,
    childList: true,
    // Whatever happens, fields may hold something else by now.
    characterData: true,
    attributes: true,
    attributeOldValue: true,
    ...(!allAttributes && { attributeFilter: [...new Set([...markerAttributes, ...neverAttributes])] }),
  };
  const heard = (event: Event) => {
    const [target] = event.composedPath();
    if (target && 'nodeType' in target && target.nodeType === 1) typed(target as Element);
  };

  return {
    roots,
    add(root) {
      if (roots.has(root)) return;
      roots.add(root);
      observer.observe(root, options);
      for (const type of ['beforeinput', 'input', 'change'])
        root.addEventListener(type, heard, { capture: true, passive: true, signal: life.signal });
      added(root);
    },
    catchUp() {
      const records = observer.takeRecords();
      if (records.length > 0) mutated(records);
    },
    stop() {
      life.abort();
      observer.disconnect();
      roots.clear();
    },
  };
}
