import type { BrowserKind } from '../../test/support/test-browser.ts';
import { compare } from './compare.ts';
import type { CorpusPage } from './corpus.ts';
import type { Look } from './look.ts';
import { compareTexts } from './same-text.ts';

/** One mirrored page against what it should look like. */
export interface Verdict {
  page: CorpusPage;
  /** Share of pixels that differ, 0…1; 1 when there was no mirror. */
  different: number;
  /** Share of pixels not looked at since they are leftOut by design, 0…1. */
  leftOut: number;
  /** Share of pixels that differ when the page itself is opened in either browser; null when both are the same. */
  floor: number | null;
  isTextEqual: boolean;
  /** What stands where the texts part, of the page and of the mirror; null when they are equal. */
  textsPart: [page: string, mirror: string] | null;
  /** What of the page's text is masked in the mirror, as it should be. */
  masked: string[];
  sideBySide: (() => Uint8Array) | null;
}

const around = 40;

/**
 * `wanted`: the page as it looks in the host's own brand of browser. Where that is another than the customer's, a
 * pixel is right as either draws it: a canvas is the customer's drawing, a button the host's.
 */
export function judge(page: CorpusPage, host: BrowserKind, look: Look, wanted: Look['customer']): Verdict {
  const mirror = look.hosts[host];
  const out = [...new Set([...wanted.leftOut, ...look.customer.leftOut])];
  const floor = wanted === look.customer ? null : compare(wanted.png, look.customer.png, out).different;
  if (!mirror)
    return { page, different: 1, leftOut: 0, floor, isTextEqual: false, textsPart: null, masked: [], sideBySide: null };
  const { different, leftOut, sideBySide } = compare(wanted.png, mirror.png, out, look.customer.png);
  const [own, mirrored] = [mirror.pageText, mirror.text];
  const { isEqual, masked } = compareTexts(own, mirrored, look.customer.typed);
  // The page's own scripts do not see all of such a page.
  const isTextEqual = isEqual || (page.needsExtension === true && mirrored.includes(own));
  const textsPart = isTextEqual ? null : part(own, mirrored);
  return { page, different, leftOut, floor, isTextEqual, textsPart, masked, sideBySide };
}

function part(a: string, b: string): [string, string] {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - around);
  return [a.slice(from, at + around), b.slice(from, at + around)];
}

/** Under this share of pixels two pictures are the same. */
export const exact = 0.0001;
export const close = 0.01;

/** Share of the verdicts below a limit, %. */
export const percentBelow = (verdicts: readonly Verdict[], limit: number): number =>
  (100 * verdicts.filter(({ different }) => different < limit).length) / verdicts.length;
