import { isCardNumber } from './card-number.ts';
import { isBirthNumber } from './czech-birth-number.ts';
import { isIban } from './iban.ts';
import { secretKeys } from './secret-key.ts';
import { usSsns } from './us-ssn.ts';

/** A field with such a value is private, whatever it is called. */
export function isPrivateValue(value: string): boolean {
  if (value.length < 9 || value.length > 10_000 || !/\d/.test(value)) return false;
  const compact = value.length > 64 ? '' : value.replace(/[\s\u00a0\u2010-\u2015/-]+/g, '').toUpperCase();
  if (isCardNumber(compact) || isBirthNumber(compact) || isIban(compact)) return true;
  return usSsns(value).length > 0 || secretKeys(value, 'known').length > 0;
}
