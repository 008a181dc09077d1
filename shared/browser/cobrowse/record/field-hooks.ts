type Hook = (field: Element, property: string) => void;

const hooked: readonly [name: string, properties: readonly string[]][] = [
  ['HTMLInputElement', ['value', 'checked', 'indeterminate']],
  ['HTMLTextAreaElement', ['value']],
  ['HTMLSelectElement', ['value', 'selectedIndex']],
  ['HTMLOptionElement', ['selected']],
];
const patched = new WeakSet<object>();
const hooks = new Set<Hook>();

/** Hears of values that scripts set, which fire no event. Once a realm; wrappers stay and do nothing when nobody listens. */
export function hookFields(win: Window & typeof globalThis, hook: Hook): () => void {
  hooks.add(hook);
  if (!patched.has(win)) {
    patched.add(win);
    for (const [name, properties] of hooked) {
      const proto = (win as unknown as Record<string, { prototype: object }>)[name]?.prototype;
      if (proto) for (const property of properties) wrap(proto, property);
    }
  }
  return () => void hooks.delete(hook);
}

function wrap(proto: object, property: string): void {
  const original = Object.getOwnPropertyDescriptor(proto, property);
  const set = original?.set;
  if (!original || !set) return;
  Object.defineProperty(proto, property, {
    ...original,
    set(this: Element, value: unknown) {
      set.call(this, value);
      const field = this.localName === 'option' ? this.closest('select') : this;
      if (field) for (const hook of hooks) hook(field, property);
    },
  });
}
