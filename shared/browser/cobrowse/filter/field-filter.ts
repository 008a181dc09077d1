import { maskText, maskWords } from './mask.ts';
import { isCaption, isField, isTick, type Field, type Never } from './never.ts';

interface Deps {
  never: Never;
  /** Whether what is typed here is hidden. */
  hides(element: Element): boolean;
  clean(text: string): string;
}

export interface FieldFilter {
  field(element: Field): { text: string; checked: boolean } | null;
  /** What an attribute that tells of a value becomes; undefined: it tells of none. */
  attribute(element: Element, name: string, value: string, masked: boolean): string | null | undefined;
}

const countable = new Set(['progress', 'meter', 'li']);
const telling = new Set(['value', 'checked', 'selected']);

/** Values of fields: that there is one, and where it may be, which. */
export function createFieldFilter({ never, hides, clean }: Deps): FieldFilter {
  function field(element: Field): { text: string; checked: boolean } | null {
    const { type, value } = element;
    if (type === 'hidden' || type === 'file') return null;
    const isHidden = hides(element);
    if (isCaption(element)) return { text: isHidden ? maskWords(value) : clean(value), checked: false };
    const isNever = never.has(element);
    if (isTick(element)) return { text: '', checked: !isNever && (element as HTMLInputElement).checked };
    return { text: isNever || isHidden ? maskText(value) : clean(value), checked: false };
  }

  return {
    field,
    attribute(element, name, value, masked) {
      if (!telling.has(name)) return undefined;
      const { localName } = element;
      if (isField(element)) {
        if (isTick(element)) return name === 'checked' && !masked && !never.has(element) ? value : null;
        if (name !== 'value' || element.type === 'hidden' || element.type === 'file') return null;
        if (isCaption(element)) return masked ? maskWords(value) : clean(value);
        return never.has(element) ? null : hides(element) ? maskText(value) : clean(value);
      }
      if (localName === 'option') {
        const select = element.closest('select');
        return masked || !select || never.has(select) || hides(select) ? null : clean(value);
      }
      if (name !== 'value') return null;
      if (countable.has(localName)) return masked || !/^-?[\d.]{1,12}$/.test(value) ? null : value;
      // An element of the page's own making may be a field.
      return localName.includes('-') && !masked ? maskText(value) : null;
    },
  };
}
