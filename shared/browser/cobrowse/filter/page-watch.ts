import { markerAttributes } from './markers.ts';
import { neverAttributes } from './never.ts';
import { isShadowRoot, type Root } from './root.ts';

export interface PageWatch {
  readonly roots: ReadonlySet<Root>;
  /** Watches this root too. */
  add(root: Root): void;
  /** Hands over what has happened since the last time. */
  catchUp(): void;
  /** Roots that are in no page any more are left to the browser to forget; those that have come back are known at once. */
  tidy(): void;
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

/** A frame's document stays connected to itself when the frame goes. */
const isInPage = (root: Root) => (isShadowRoot(root) ? root.isConnected : root.defaultView !== null);

/** Sees each change of a page before anything of it leaves: the recorder's own observer may be asked first. */
export function createPageWatch({ allAttributes, mutated, typed, added }: Deps): PageWatch {
  const roots = new Set<Root>();
  /** Lists make and drop hundreds of elements with a root of their own; each stays watched as long as the page has it. */
  const away = new Set<WeakRef<Root>>();
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
    tidy() {
      for (const ref of away) {
        const root = ref.deref();
        if (root && !isInPage(root)) continue;
        away.delete(ref);
        if (root) roots.add(root);
      }
      for (const root of roots) {
        if (isInPage(root)) continue;
        roots.delete(root);
        away.add(new WeakRef(root));
      }
    },
    stop() {
      life.abort();
      observer.disconnect();
      roots.clear();
      away.clear();
    },
  };
}
