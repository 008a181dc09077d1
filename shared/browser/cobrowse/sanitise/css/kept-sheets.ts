import { betweenParts, partsAtMost } from '../../wire/sheet-references.ts';
import { safeCss } from './safe-css.ts';

/** Shorter ones are cleaned sooner than looked up. */
const shortest = 4_096;
/** Of texts and of what became of them. */
const charsAtMost = 16 * 1024 * 1024;

export interface KeptSheets {
  /** As `safeCss` of a whole sheet, or of each part of one: closed, so that none goes on in the next. */
  clean(css: string): string;
  readonly chars: number;
}

/** A site's sheets are the same on each of its pages, and the longest work of all to clean: each is cleaned once. */
export function createKeptSheets(clean = (css: string) => safeCss(css, { closed: true })): KeptSheets {
  const kept = new Map<string, string>();
  let chars = 0;

  function forget(css: string) {
    chars -= css.length + (kept.get(css)?.length ?? 0);
    kept.delete(css);
  }
  return {
    clean(css) {
      const parts = css.split(betweenParts, partsAtMost);
      if (parts.length > 1) return parts.map((part) => this.clean(part)).join('');
      if (css.length < shortest) return clean(css);
      const cleaned = kept.get(css) ?? clean(css);
      if (kept.has(css)) forget(css);
      kept.set(css, cleaned);
      chars += css.length + cleaned.length;
      for (const [oldest] of kept) {
        if (chars <= charsAtMost) break;
        forget(oldest);
      }
      return cleaned;
    },
    get chars() {
      return chars;
    },
  };
}
