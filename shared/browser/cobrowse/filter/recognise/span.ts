/** A part of a text that must not be seen. */
export interface Span {
  start: number;
  /** After the last character. */
  end: number;
  kind: 'card' | 'iban' | 'ssn' | 'birth number' | 'key' | 'mail' | 'phone' | 'path';
}

/** What stands in a text for each kind; nothing in it depends on what it stands for. */
export const tokenOf = (kind: Span['kind']): string => `[${kind}]`;

/** The text with a token in the place of each span. Spans may overlap: the first to begin wins. */
export function hideSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, kind } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    if (start >= at) result += text.slice(at, start) + tokenOf(kind);
    at = end;
  }
  return result + text.slice(at);
}
