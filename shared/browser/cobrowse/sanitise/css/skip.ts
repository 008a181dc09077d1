import type { TokenReader } from './token-reader.ts';

const openers = '([{';
const closers = ')]}';

/** From `url(` to its bracket; the address when there is one string and nothing else. */
export function readQuotedUrl(reader: TokenReader, css: string): string | null {
  let address: string | null = null;
  let alone = true;
  for (let depth = 1; depth > 0 && reader.next();) {
    if (reader.kind === 'space' || reader.kind === 'comment') continue;
    const text = reader.kind === 'delim' ? (css[reader.start] ?? '') : '';
    if (reader.kind === 'function' || (text !== '' && openers.includes(text))) depth += 1;
    else if (text !== '' && closers.includes(text)) depth -= 1;
    if (reader.kind === 'string' && address === null) address = reader.value();
    else if (depth > 0) alone = false;
  }
  return alone ? address : null;
}

/** From an at-rule's name to the end of the rule: its `;`, its block, or the end of what it stands in. */
export function dropAtRule(reader: TokenReader, css: string): void {
  let depth = 0;
  while (reader.next()) {
    if (reader.kind === 'function') depth += 1;
    if (reader.kind !== 'delim') continue;
    const text = css[reader.start] ?? '';
    if (openers.includes(text)) depth += 1;
    else if (closers.includes(text)) {
      if (depth === 0) {
        reader.end = reader.start;
        return;
      }
      depth -= 1;
      if (depth === 0 && text === '}') return;
    } else if (text === ';' && depth === 0) return;
  }
}
