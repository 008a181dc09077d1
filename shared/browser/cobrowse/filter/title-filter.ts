import type { PrivacyPolicy } from '../../../protocol/privacy-policy.ts';
import { findPrivate } from './recognise/find-private.ts';
import { hideSpans } from './recognise/span.ts';

/** What of a page's name may be told. It is the browser's word, so what the page's fields hold is not known here. */
export function filterTitle(title: string, { level, privateByDefault }: PrivacyPolicy): string {
  if (level === 'strict' || privateByDefault) return '';
  const cut = title.slice(0, 300);
  return hideSpans(cut, findPrivate(cut, { contacts: level !== 'open' })).slice(0, 300);
}
