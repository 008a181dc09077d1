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

/** The page draws text with it. Browsers name the faces of all sheets, also of those that scripts may not read. */
export function isFaceLoaded(doc: Document, wanted: Face): boolean {
  for (const one of doc.fonts) {
    if (one.status !== 'loaded') continue;
    const { family, style, weight, range } = face(one.family, one.style, one.weight, one.unicodeRange);
    if (family === wanted.family && style === wanted.style && weight === wanted.weight && range === wanted.range) {
      return true;
    }
  }
  return false;
}
