/** What holds in an element for all inside of it; bits, as each element of a page has one. */
export const region = {
  mask: 1,
  block: 2,
  show: 4,
  /** Its text is what somebody types. */
  typed: 8,
  /** Its text is not drawn. */
  silent: 16,
  /** Not typed, though it lies in what is. */
  untyped: 32,
} as const;

/** `own`: what an element says itself. Mask wins over show on the same element, else the innermost counts. */
export function inherit(outer: number, own: number): number {
  if (own === 0) return outer;
  let all = outer | (own & (region.block | region.silent | region.typed));
  if (own & region.untyped) all &= ~region.typed;
  if (own & region.mask) all = (all & ~region.show) | region.mask;
  else if (own & region.show) all = (all & ~region.mask) | region.show;
  return all;
}
