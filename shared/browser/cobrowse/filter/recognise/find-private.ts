import { cardNumbers } from './card-number.ts';
import { birthNumbers } from './czech-birth-number.ts';
import { type DigitRun, digitRuns } from './digit-runs.ts';
import { homePaths } from './home-path.ts';
import { ibans } from './iban.ts';
import { mailAddresses } from './mail-address.ts';
import { phoneNumber } from './phone-number.ts';
import { secretKeys } from './secret-key.ts';
import type { Span } from './span.ts';
import { usSsns } from './us-ssn.ts';

export interface FindOptions {
  /** Mail addresses, phone numbers and keys of no known kind too: what the open level alone shows. */
  contacts: boolean;
  /** Any other private number, its digits without separators. */
  isKnown?: (digits: string) => boolean;
}

/** Most texts have none of these, and so nothing to look for. */
const suspect = /[\d@\\]|\/(?:home|Users)\/|file:/;
const manyDigits = /(?:\d\D{0,2}){6}\d/;
const none: readonly Span[] = [];

/** All parts of a text that look private by themselves. */
export function findPrivate(text: string, { contacts, isKnown }: FindOptions): readonly Span[] {
  if (text.length < 6 || !suspect.test(text)) return none;
  const found: Span[][] = [homePaths(text)];
  if (contacts && text.includes('@')) found.push(mailAddresses(text));
  if (text.length >= 16) found.push(secretKeys(text, contacts ? 'all' : 'known'));
  if (manyDigits.test(text)) {
    const named = [...usSsns(text), ...birthNumbers(text)];
    found.push(ibans(text), named);
    for (const run of digitRuns(text)) found.push(inRun(run, text, named, { contacts, ...(isKnown && { isKnown }) }));
  }
  return found.flat();
}

function inRun(run: DigitRun, text: string, named: readonly Span[], { contacts, isKnown }: FindOptions): Span[] {
  const start = run[0]?.start ?? 0;
  const end = run.at(-1)?.end ?? start;
  const spans = cardNumbers(run);
  if (isKnown && end - start < 64 && isKnown(run.map(({ digits }) => digits).join('')))
    spans.push({ start, end, kind: 'key' });
  if (spans.length > 0 || !contacts || end - start > 40) return spans;
  // What is a better known kind of number is called by that.
  const hasName = named.some((span) => span.start < end && span.end > start);
  const phone = hasName ? null : phoneNumber(run, text);
  return phone ? [phone] : spans;
}
