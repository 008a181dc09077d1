import { isCaption, isField, isTick, type Field, type Never } from './never.ts';
import type { Root } from './root.ts';
import type { Taint } from './taint.ts';

export interface TypedValues {
  /** Looks at all fields below these roots. */
  readAll(roots: Iterable<Root>): void;
  read(element: Element): void;
  /** Fields have come or gone. */
  moved(): void;
}

interface Deps {
  taint: Taint;
  never: Never;
  /** Whether what people type here is hidden. */
  isHidden(element: Element): boolean;
}

const selector = 'input,textarea,select,[contenteditable]';
const mostFields = 20_000;
const mostChars = 20_000;
/** Numbers of this length are prices and counts, which are all over a page. */
const shortNumber = /^[\d\s.,:%-]{1,7}$/;
/** What pages keep in hidden fields for themselves. */
const ownWord = /^[\p{L}\s_.,:-]{1,40}$/u;

/** Tells the taint what fields hold, before anything of the page leaves. */
export function createTypedValues({ taint, never, isHidden }: Deps): TypedValues {
  const fields = new WeakMap<Root, Element[]>();
  const seen = new WeakMap<Element, string>();
  let known = new Set<Root>();

  function learnField(field: Field) {
    const isNever = never.has(field);
    if (field.localName === 'select' && !isNever) return;
    if (isTick(field) || isCaption(field)) return;
    if (!isNever && !isHidden(field)) return;
    const { value } = field;
    if (seen.get(field) === value) return;
    seen.set(field, value);
    const type = field.localName === 'input' ? (field as HTMLInputElement).type : '';
    if (type === 'file') return taint.learn(value.replace(/^.*[\\/]/, ''), true);
    if (type === 'range' || type === 'color') return;
    if (type === 'hidden' && (ownWord.test(value) || shortNumber.test(value))) return;
    if (!isNever && shortNumber.test(value)) return;
    taint.learn(value.slice(0, mostChars), isNever);
  }

  function learnText(element: Element) {
    if (!isHidden(element)) return;
    const text = element.textContent ?? '';
    if (text.length > mostChars || seen.get(element) === text) return;
    seen.set(element, text);
    if (!shortNumber.test(text)) taint.learn(text, false);
  }

  const read = (element: Element) => {
    if (isField(element)) learnField(element);
    else {
      const editor = element.closest('[contenteditable]');
      if (editor) learnText(editor);
    }
  };

  return {
    read,
    moved: () => void (known = new Set()),
    readAll(roots) {
      for (const root of roots) {
        let list = fields.get(root);
        if (!list || !known.has(root)) {
          list = [...root.querySelectorAll(selector)].slice(0, mostFields);
          fields.set(root, list);
          known.add(root);
        }
        for (const field of list) read(field);
      }
    },
  };
}
