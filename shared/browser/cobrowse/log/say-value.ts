/** Deeper and longer than this nobody reads. */
const most = { depth: 2, entries: 10, chars: 5_000 } as const;

/**
 * A value as a console would show it in a line. Only plain data is looked into, and no getter is called: a page's
 * own code must not run because somebody reads its log.
 */
export function sayValue(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.slice(0, most.chars);
  if (typeof value === 'function') return `function ${ownText(value, 'name', '')}`;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    if (value instanceof Error) return `${ownText(value, 'name', 'Error')}: ${ownText(value, 'message', '')}`;
    if (value instanceof Element) return `<${value.localName}>`;
    const isList = Array.isArray(value);
    const proto: unknown = Object.getPrototypeOf(value);
    if (!isList && proto !== Object.prototype && proto !== null) return Object.prototype.toString.call(value);
    if (depth >= most.depth) return isList ? '[…]' : '{…}';
    const all = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, { enumerable }]) => enumerable);
    const said = all.slice(0, most.entries).map(([key, { value: inner }]) => {
      const text = sayValue(inner, depth + 1);
      return isList ? text : `${key}: ${text}`;
    });
    const body = [...said, ...(all.length > said.length ? ['…'] : [])].join(', ');
    return (isList ? `[${body}]` : `{${body}}`).slice(0, most.chars);
  } catch {
    return '…';
  }
}

/** Of itself or what it is made after, without calling a getter. */
function ownText(value: object, key: string, other: string): string {
  for (let one: object | null = value; one; one = Object.getPrototypeOf(one) as object | null) {
    const found = Object.getOwnPropertyDescriptor(one, key);
    if (found) return typeof found.value === 'string' ? found.value.slice(0, most.chars) : other;
  }
  return other;
}
