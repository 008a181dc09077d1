/**
 * Most of a sheet is rules in which `safeCss` has nothing to do: to read those token by token takes several times as
 * long. Each pattern goes over a stretch once, and stops where there is anything that it does not know: a quote, an
 * escape, another bracket, a comment, an at-rule.
 */
const values = String.raw`[\w\s:;.,%#!+*-]*`;
const functions = 'rgba?|hsla?|calc|var|rect|translate(?:[xyz]|3d)?|scale|rotate|cubic-bezier';
const block = String.raw`${values}(?:(?<=[\s:,](?:${functions}))\([\w\s.,%#+*-]*\)${values})*\}`;
const words = String.raw`[\w\s:.,%#>+~*-]*`;
const rule = String.raw`${words}(?:(?<=:(?:not|is|where|nth-child|nth-of-type))\([\w\s:.,#>+~*-]*\)${words})*\{${block}`;

const atBlock = new RegExp(block, 'iy');
const atRule = new RegExp(rule, 'iy');
/** What is changed although it is nothing but a word. */
const odd = /device-|behavior|-moz-binding|:(?:hover|focus)/i;

function endOf(pattern: RegExp, css: string, from: number): number {
  pattern.lastIndex = from;
  if (!pattern.test(css)) return -1;
  return odd.test(css.slice(from, pattern.lastIndex)) ? -1 : pattern.lastIndex;
}

/** The end of a rule that begins there and is plain, its block with it; -1: there is none. */
export const plainRule = (css: string, from: number): number => endOf(atRule, css, from);

/** The end of a plain block whose `{` is right before; -1: it is not. */
export const plainBlock = (css: string, from: number): number => endOf(atBlock, css, from);
