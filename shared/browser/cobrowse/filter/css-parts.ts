import type { CssFilter } from './css-filter.ts';

/** A sheet in parts of whole rules, each as it may leave when it is asked for; at least one, and no more than `most` characters are read. */
export function* cssParts(
  css: CssFilter,
  parts: Iterable<string>,
  base: string | undefined,
  most: number,
): Generator<string, void> {
  let before = 0;
  for (const part of parts) {
    yield css(part, base, before);
    before += part.length;
    if (before >= most) return;
  }
}
