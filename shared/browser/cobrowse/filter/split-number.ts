import { findPrivate } from './recognise/find-private.ts';

const inline = new Set([
  'span',
  'b',
  'i',
  'em',
  'strong',
  'bdi',
  'bdo',
  'code',
  'small',
  'mark',
  'data',
  'tt',
  'font',
  'u',
  'a',
]);
const piece = /^[\s\d\-\u2010-\u2015\u00a0/]{1,24}$/;

/** Is this a part of a private number whose groups lie in elements of their own, for looks? */
export function isSplitNumber(node: Text): boolean {
  if (node.data.length > 24 || !/\d\d/.test(node.data) || !piece.test(node.data)) return false;
  let around = node.parentElement;
  if (!around || !inline.has(around.localName)) {
    if (!around || around.childNodes.length < 3) return false;
  } else around = around.parentElement;
  if (!around || around.childNodes.length > 40) return false;
  for (const child of around.children) if (!inline.has(child.localName)) return false;
  const text = around.textContent ?? '';
  return text.length <= 200 && findPrivate(text, { contacts: false }).length > 0;
}
