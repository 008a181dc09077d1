const say = (value: unknown): string =>
  Array.isArray(value) ? value.map(say).join(', ') : isPlain(value) ? value : JSON.stringify(value);

/** What holds no sign by which details are told apart; else a name could read as further details. */
const isPlain = (value: unknown): value is string => typeof value === 'string' && !/[;:,"]/.test(value);

/** `changed: shop, bills; isOn: true` */
export const detailText = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${say(value)}`)
    .join('; ');
