import { findPrivate } from './recognise/find-private.ts';
import { hideSpans } from './recognise/span.ts';
import type { Taint } from './taint.ts';

/** What people may read, without what fields hold and without what looks private by itself. */
export function createTextFilter({
  taint,
  contacts,
  most,
}: {
  taint: Taint;
  /** Whether mail addresses and phone numbers go too. */
  contacts: boolean;
  /** Characters; the rest is cut off. */
  most: number;
}): (text: string, limit?: number) => string {
  const options = { contacts, isKnown: taint.isNumber };
  return (text, limit = most) => {
    const cut = text.length > limit ? text.slice(0, limit) : text;
    const clean = taint.hide(cut);
    const spans = findPrivate(clean, options);
    return spans.length === 0 ? clean : hideSpans(clean, spans);
  };
}
