const kept = new WeakMap<Element, ShadowRoot>();
const patched = new WeakSet<object>();
const listeners = new Set<(host: Element) => void>();

/** Calls back for each root that is attached from now on; one wrapper a realm, however many listen. */
export function watchShadowRoots(win: Window & typeof globalThis, attached: (host: Element) => void): () => void {
  const proto = win.Element.prototype;
  if (!patched.has(proto)) {
    patched.add(proto);
    const { attachShadow } = proto;
    proto.attachShadow = function (this: Element, init) {
      const root = attachShadow.call(this, init);
      if (root.mode === 'closed') kept.set(this, root);
      for (const tell of listeners) tell(this);
      return root;
    };
  }
  listeners.add(attached);
  return () => void listeners.delete(attached);
}

export const shadowRootOf = (element: Element): ShadowRoot | null => element.shadowRoot ?? kept.get(element) ?? null;

/** A closed root from before anybody watched. */
export const keepShadowRoot = (root: ShadowRoot): void => void kept.set(root.host, root);
