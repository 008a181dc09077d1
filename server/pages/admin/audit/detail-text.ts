const say = (value: unknown): string =>
  Array.isArray(value) ? value.map(say).join(', ') : typeof value === 'string' ? value : JSON.stringify(value);

/** `changed: shop, bills; isOn: true` */
export const detailText = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${say(value)}`)
    .join('; ');
