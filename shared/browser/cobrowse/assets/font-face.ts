import type { Face } from '../../../protocol/page.ts';

const everything = 'u+0-10ffff';
const weights: Record<string, string> = { normal: '400', bold: '700', '': '400' };

const tidy = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

function face(family: string, style: string, weight: string, range: string): Face {
  return {
    family: tidy(family.replace(/["']/g, '')),
    style: tidy(style) || 'normal',
    weight: weights[tidy(weight)] ?? tidy(weight),
    range: tidy(range).replaceAll(' ', '') || everything,
  };
}

/** Of a `@font-face` rule's text. */
export function faceOf(rule: string): Face {
  const value = (property: string) => new RegExp(`[{;\\s]${property}\\s*:([^;}]*)`, 'i').exec(rule)?.[1] ?? '';
  return face(value('font-family'), value('font-style'), value('font-weight'), value('unicode-range'));
}

const keyOf = ({ family, style, weight, range }: Face) => JSON.stringify([family, style, weight, range]);

/**
 * Which faces the page draws text with, as things are now. Browsers name those of all sheets, also of sheets that
 * scripts may not read.
 */
export function loadedFaces(doc: Document): (wanted: Face) => boolean {
  const loaded = [...doc.fonts].filter(({ status }) => status === 'loaded');
  const keys = new Set(loaded.map((one) => keyOf(face(one.family, one.style, one.weight, one.unicodeRange))));
  return (wanted) => keys.has(keyOf(wanted));
}
