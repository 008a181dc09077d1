export interface Definitions {
  /** A shown element of a name that nobody has defined. */
  met(element: Element): void;
}

interface Deps {
  /** The element goes anew. */
  again(element: Element): void;
  signal: AbortSignal;
}

/** Of one name: one of them that is still there is enough. */
const mostKept = 100;

/**
 * Elements whose name the page defines later, for sheets ask whether it has. One that goes anew brings the news,
 * and with it all others of that name change.
 */
export function createDefinitions({ again, signal }: Deps): Definitions {
  const known = new WeakMap<Document, Map<string, Set<Element>>>();

  function namesIn(doc: Document): Map<string, Set<Element>> {
    const names = known.get(doc) ?? new Map<string, Set<Element>>();
    known.set(doc, names);
    return names;
  }
  function defined(elements: ReadonlySet<Element>) {
    if (signal.aborted) return;
    for (const element of elements) if (element.isConnected) return again(element);
  }

  return {
    met(element) {
      const { localName, ownerDocument } = element;
      const names = namesIn(ownerDocument);
      const waiting = names.get(localName);
      if (waiting) return void (waiting.size < mostKept && waiting.add(element));
      const elements = new Set([element]);
      names.set(localName, elements);
      // Some names with a hyphen are nobody's to define.
      ownerDocument.defaultView?.customElements.whenDefined(localName).then(
        () => {
          names.delete(localName);
          defined(elements);
        },
        () => undefined,
      );
    },
  };
}
