import { createLiveElements } from './live-elements.ts';
import { applyRules } from './apply-rules.ts';
import { filterRules } from './rules.ts';

export interface Privacy {
  treatment(element: Element): 'show' | 'block' | 'drop';
  attributes(element: Element): Record<string, string>;
  attribute(element: Element, name: string, value: string): string | null;
  text(node: Text): string;
  field(element: Element): { text: string; checked: boolean } | null;
  css(text: string, base?: string): string;
  url(url: string): string;
  title(text: string): string;
  onChange(handler: () => void): void;
  stop(): void;
}

/** Stands until the privacy branch brings the real one. */
export function createPrivacy(_deps: { doc: Document }): Privacy {
  const nodes = new Map<number, Node>();
  const live = createLiveElements((id) => nodes.get(id) ?? null);
  const apply = applyRules(filterRules);
  const view = (element: Element) => {
    nodes.set(1, element);
    return live.element(1);
  };
  const attribute = (element: Element, name: string, value: string) => apply.attribute(view(element), name, value);
  return {
    treatment: () => 'show',
    attribute,
    attributes(element) {
      const result: Record<string, string> = {};
      for (const { name, value } of element.attributes) {
        const kept = attribute(element, name, value);
        if (kept !== null) result[name] = kept;
      }
      return result;
    },
    text: (node) => (node.parentElement ? apply.text(view(node.parentElement), node.data) : node.data),
    field(element) {
      const field = element as HTMLInputElement;
      const text = apply.input(view(element), field.value);
      return text === null ? null : { text, checked: field.checked === true };
    },
    css: (text) => apply.css(text),
    url: (url) => apply.url(url),
    title: (text) => text,
    onChange() {},
    stop() {},
  };
}
