import { isPrivateAutocomplete, isPrivateName } from './recognise/private-name.ts';
import { isPrivateValue } from './recognise/private-value.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const isField = (element: Element): element is Field =>
  element.localName === 'input' || element.localName === 'textarea' || element.localName === 'select';

/** The types of inputs whose value nobody types. */
const captions = new Set(['submit', 'button', 'reset', 'image']);
export const isCaption = (field: Element): boolean =>
  field.localName === 'input' && captions.has((field as HTMLInputElement).type);
export const isTick = (field: Element): boolean => /^(?:checkbox|radio)$/.test((field as HTMLInputElement).type ?? '');

const named = ['name', 'id', 'aria-label', 'placeholder', 'title', 'data-testid', 'formcontrolname'] as const;

/** What may change an answer; an observer has to be told of these. */
export const neverAttributes: readonly string[] = ['type', 'autocomplete', 'value', ...named];

function labelOf(field: Element): string {
  let text = '';
  if ('labels' in field)
    for (const label of (field as HTMLInputElement).labels ?? []) text += ` ${label.textContent ?? ''}`;
  const ids = field.getAttribute('aria-labelledby');
  const root = ids === null ? null : field.getRootNode();
  if (ids !== null && root && 'getElementById' in root)
    for (const id of ids.split(/\s+/, 8)) text += ` ${(root as Document).getElementById(id)?.textContent ?? ''}`;
  return text.slice(0, 300);
}

export interface Never {
  /** Is this a field of which nobody may see more than whether it is empty, now and for the document's life? */
  has(field: Element): boolean;
  /** It was one, whatever it is now. */
  remember(field: Element): void;
}

/** The fields that no setting can show. A field that was one stays one, and so does what takes its place. */
export function createNever(): Never {
  const known = new WeakSet<Element>();
  /** Of password fields: a page that shows a password often puts another element there. */
  const passwordNames = new Set<string>();

  function remember(field: Element) {
    known.add(field);
    if ((field as HTMLInputElement).type !== 'password') return;
    for (const attribute of ['name', 'id'] as const) {
      const name = field.getAttribute(attribute);
      if (name && passwordNames.size < 1_000) passwordNames.add(name);
    }
  }

  function isNow(field: Element): boolean {
    const type = field.localName === 'input' ? (field as HTMLInputElement).type : '';
    if (type === 'password' || type === 'hidden' || type === 'file') return true;
    if (isCaption(field)) return false;
    const autocomplete = field.getAttribute('autocomplete');
    if (autocomplete !== null && isPrivateAutocomplete(autocomplete)) return true;
    for (const attribute of named) {
      const name = field.getAttribute(attribute);
      if (name !== null && (isPrivateName(name) || passwordNames.has(name))) return true;
    }
    if (isPrivateName(labelOf(field))) return true;
    return 'value' in field && !isTick(field) && isPrivateValue((field as HTMLInputElement).value);
  }

  return {
    remember,
    has(field) {
      if (known.has(field)) return true;
      if (!isNow(field)) return false;
      remember(field);
      return true;
    },
  };
}
