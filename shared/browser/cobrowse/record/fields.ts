import { IncrementalSource, type inputData } from '@rrweb/types';
import type { Privacy } from '../filter/privacy.ts';
import type { NodeRegistry } from './node-registry.ts';

export interface Fields {
  /** Listens to what people do in fields below `root`. */
  listen(root: Document | ShadowRoot, signal: AbortSignal): void;
  changed(field: Element): void;
  take(): inputData[];
  drop(): void;
}

const kinds = new Set(['input', 'textarea', 'select']);

/** Live values of fields. What the filter makes of a value is sent only when that has changed. */
export function createFields(deps: { registry: NodeRegistry; privacy: Privacy; changed(): void }): Fields {
  const { registry, privacy } = deps;
  const dirty = new Set<Element>();
  const sent = new WeakMap<Element, string>();

  function changed(field: Element) {
    if (!kinds.has(field.localName)) return;
    dirty.add(field);
    deps.changed();
  }
  const heard = (event: Event) => {
    const [field] = event.composedPath();
    if (field && 'localName' in field) changed(field as Element);
  };

  return {
    changed,
    listen(root, signal) {
      for (const type of ['input', 'change'] as const)
        root.addEventListener(type, heard, { capture: true, passive: true, signal });
      root.addEventListener('reset', (event) => queueMicrotask(() => resetAll(event, changed)), {
        capture: true,
        signal,
      });
    },
    take() {
      const events: inputData[] = [];
      for (const element of dirty) {
        const id = registry.shownIdOf(element);
        const value = id < 0 || registry.isClosed(element) ? null : privacy.field(element);
        if (!value) continue;
        const isTick = /^(?:checkbox|radio)$/.test((element as HTMLInputElement).type);
        const text = isTick ? '' : value.text;
        const key = `${text} ${value.checked}`;
        if (sent.get(element) === key) continue;
        sent.set(element, key);
        events.push({ source: IncrementalSource.Input, id, text, isChecked: value.checked });
        if (isTick) alsoUnticked(element as HTMLInputElement, dirty);
      }
      dirty.clear();
      return events;
    },
    drop: () => dirty.clear(),
  };
}

function resetAll({ target }: Event, changed: (field: Element) => void): void {
  if (target && 'elements' in target) for (const field of (target as HTMLFormElement).elements) changed(field);
}

/** Of a group of radio buttons one is unticked by ticking another. */
function alsoUnticked(field: HTMLInputElement, dirty: Set<Element>): void {
  if (field.type !== 'radio' || !field.checked || !field.name) return;
  const root = field.getRootNode() as Document | ShadowRoot;
  for (const other of root.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    if (other !== field && other.name === field.name && other.form === field.form) dirty.add(other);
  }
}
