import { readTokens } from './token-reader.ts';

/** Characters that a browser reads in a few milliseconds. */
const atOnce = 256 * 1024;

export interface SplitSheet {
  first: string;
  /** The rules after it, to be put in one by one. */
  rules: string[];
}

/** A clean sheet that is too long to be read in one go, parted between its rules. */
export function splitSheet(css: string): SplitSheet {
  if (css.length <= atOnce) return { first: css, rules: [] };
  const reader = readTokens(css);
  const rules: string[] = [];
  let first = '';
  let from = 0;
  let depth = 0;
  while (reader.next()) {
    if (reader.kind === 'function') depth += 1;
    if (reader.kind !== 'delim') continue;
    const text = css[reader.start] ?? '';
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    if (depth > 0 || (text !== '}' && text !== ';')) continue;
    depth = 0;
    if (first === '' && reader.end < atOnce) continue;
    if (first === '') first = css.slice(0, reader.end);
    else rules.push(css.slice(from, reader.end));
    from = reader.end;
  }
  return first === '' ? { first: css, rules } : { first, rules };
}
