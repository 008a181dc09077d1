export type Texts = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

/**
 * The text of a key, null if there is none. `{{x}}` is filled from `values`, once: what stands in a value is not filled
 * again. With `values.count` it is the text `key_one`, `key_few`, …, by the language's rules, if the key has such forms.
 */
export function textOf(texts: Texts, rules: Intl.PluralRules, key: string, values: Values = {}): string | null {
  const { count } = values;
  const form = typeof count === 'number' ? texts[`${key}_${rules.select(count)}`] : undefined;
  const text = form ?? texts[key];
  if (text === undefined) return null;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
}
