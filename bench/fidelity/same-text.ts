import { findPrivate } from '../../shared/browser/cobrowse/filter/recognise/find-private.ts';
import { maskText } from '../../shared/browser/cobrowse/filter/mask.ts';

export interface TextComparison {
  isEqual: boolean;
  /** What masks stand for, of the page's text. */
  masked: string[];
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const masks = new RegExp(`\\[(?:card|iban|ssn|birth number|key|mail|phone|path)\\]|${escape(maskText('x'))}`, 'g');
/** Digits in groups, of which each may lie in an element of its own. */
const digits = /^[\s\d\-\u2010-\u2015\u00a0/]{2,24}$/;
const around = 80;
const mostMasks = 100;

/**
 * Whether the mirror says what the page says. Where the mirror has a mask the page must have something that is to
 * be masked: a mask over anything else is a difference, like any other. `typed`: values of the page's fields.
 */
export function compareTexts(page: string, mirror: string, typed: readonly string[]): TextComparison {
  if (page === mirror) return { isEqual: true, masked: [] };
  const kept = mirror.split(masks);
  if (kept.length === 1 || kept.length > mostMasks) return { isEqual: false, masked: [] };
  const found = new RegExp(`^${kept.map(escape).join('(.{1,200}?)')}$`, 'ds').exec(page);
  const places = (found?.indices?.slice(1) ?? []).filter((place) => place !== undefined);
  const isEqual = places.length > 0 && places.every(([start, end]) => isToBeMasked(page, start, end, typed));
  return { isEqual, masked: places.map(([start, end]) => page.slice(start, end)) };
}

function isToBeMasked(page: string, start: number, end: number, typed: readonly string[]): boolean {
  const hidden = page.slice(start, end);
  if (digits.test(hidden) || typed.some((value) => hidden.toLowerCase() === value.toLowerCase())) return true;
  const from = Math.max(0, start - around);
  const spans = findPrivate(page.slice(from, end + around), { contacts: true });
  return spans.some((span) => span.start < end - from && span.end > start - from);
}
