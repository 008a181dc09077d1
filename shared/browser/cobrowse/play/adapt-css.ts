/** Pseudo-classes that only the customer's own browser knows, and what stands for them in the mirror, of the same weight. */
const stands: Readonly<Record<string, string>> = {
  hover: '[data-beside-over]',
  focus: '[data-beside-focus]',
  'focus-visible': '[data-beside-focus="visible"]',
  'focus-within': ':is([data-beside-focus],:has([data-beside-focus]))',
};
const pseudo = /:(hover|focus-visible|focus-within|focus)(?![\w-])/g;

/** A sheet in which the customer's focus and pointer look as they do at the customer. */
export function adaptCss(css: string): string {
  return css.includes(':hover') || css.includes(':focus')
    ? css.replace(pseudo, (all, name: string) => stands[name] ?? all)
    : css;
}
