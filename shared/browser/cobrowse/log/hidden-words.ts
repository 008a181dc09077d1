import { createTaint } from '../filter/taint.ts';

/** Of hidden words so many are looked for in a log; where there are more, nothing of it is told but its kind. */
const most = 3_000;
const shortest = 4;
const textsLookedAt = 20_000;

interface Deps {
  doc: Document;
  /** It does not leave as it stands there. */
  isHidden(text: Text): boolean;
  /** Its value does not leave. */
  isHiddenField(field: Element): boolean;
}

/**
 * Takes out of a text what the page shows where nobody may see it: a page may write into its log what its customer
 * or the site has hidden. Rather more goes than less, whole texts and each of their words.
 */
export function hideHiddenWords({ doc, isHidden, isHiddenField }: Deps): (text: string) => string {
  const words = new Set<string>();
  const texts = doc.createTreeWalker(doc, NodeFilter.SHOW_TEXT);
  for (let looked = 0, text = texts.nextNode(); text && looked < textsLookedAt; text = texts.nextNode(), looked += 1) {
    if (text instanceof Text && /\S{4}/.test(text.data) && isHidden(text)) add(words, text.data);
  }
  for (const field of doc.querySelectorAll('input, textarea, select')) {
    if (isHiddenField(field)) add(words, valueOf(field));
  }
  if (words.size > most) return () => '';
  const taint = createTaint();
  for (const word of words) taint.learn(word, false);
  return (text) => taint.hide(text);
}

function add(words: Set<string>, text: string): void {
  const whole = text.trim().slice(0, 200);
  for (const word of [whole, ...whole.split(/[^\p{L}\p{N}]+/u)]) if (word.length >= shortest) words.add(word);
}

function valueOf(field: Element): string {
  if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map(({ text }) => text).join(' ');
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
}

/** Whether it stands in something of which only a box leaves. Each element is looked at once. */
export function createIsBlocked(treatment: (element: Element) => string): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  const isBlocked = (element: Element | null): boolean => {
    if (!element) return false;
    const before = known.get(element);
    if (before !== undefined) return before;
    const is = treatment(element) === 'block' || isBlocked(element.parentElement);
    known.set(element, is);
    return is;
  };
  return isBlocked;
}
