/** Tells of what has been called on a page's own objects, when that has done its work. What a prototype does not have is left out. */
export function wrapMethods<T extends object>(proto: T, names: readonly string[], after: (self: T) => void): void {
  for (const name of names) {
    if (!Object.hasOwn(proto, name)) continue;
    const original = (proto as Record<string, unknown>)[name] as (...args: unknown[]) => unknown;
    Object.assign(proto, {
      [name](this: T, ...args: unknown[]) {
        const result = original.apply(this, args);
        after(this);
        return result;
      },
    });
  }
}
