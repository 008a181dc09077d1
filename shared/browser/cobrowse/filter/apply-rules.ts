import type { ElementView, FilterRule } from './filter-rule.ts';

export interface AppliedRules {
  attribute(element: ElementView, name: string, value: string): string | null;
  /** All attributes of a node or of a mutation; style objects of the recorder included. */
  attributes<V>(element: ElementView, attributes: Record<string, V>): Record<string, V>;
  text(parent: ElementView, text: string): string;
  input(element: ElementView, value: string): string | null;
  css(text: string): string;
  url(url: string): string;
}

/** All rules as one. */
export function applyRules(rules: readonly FilterRule[]): AppliedRules {
  const chain = <T extends string | null>(value: T, step: (rule: FilterRule, value: string) => T): T => {
    let result = value;
    for (const rule of rules) {
      if (result === null) return result;
      result = step(rule, result);
    }
    return result;
  };

  const css = (text: string) => chain(text, (rule, value) => rule.css?.(value) ?? value);
  const attribute = (element: ElementView, name: string, value: string) =>
    chain<string | null>(value, (rule, now) => (rule.attribute ? rule.attribute(element, name, now) : now));

  /** The recorder's form of a changed `style`: property → value, or [value, priority]. */
  function styleObject(style: object): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [property, value] of Object.entries(style)) {
      result[property] =
        typeof value === 'string'
          ? css(value)
          : Array.isArray(value)
            ? value.map((part: unknown) => (typeof part === 'string' ? css(part) : part))
            : value;
    }
    return result;
  }

  return {
    attribute,
    attributes<V>(element: ElementView, attributes: Record<string, V>) {
      const result: Record<string, V> = {};
      for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'string') {
          const kept = attribute(element, name.toLowerCase(), value);
          if (kept !== null) result[name] = kept as V;
        } else if (typeof value === 'object' && value !== null) {
          result[name] = styleObject(value) as V;
        } else {
          result[name] = value;
        }
      }
      return result;
    },
    text: (parent, text) => chain(text, (rule, value) => rule.text?.(parent, value) ?? value),
    input: (element, value) =>
      chain<string | null>(value, (rule, now) => (rule.input ? rule.input(element, now) : now)),
    css,
    url: (url) => chain(url, (rule, value) => rule.url?.(value) ?? value),
  };
}
