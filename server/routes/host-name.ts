import * as v from 'valibot';
import { nameSchema } from '../../shared/protocol/ids.ts';

/** A host's name as it may stand in a fact. */
export function hostName(name: string): string {
  const cleaned = name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').trim();
  const parsed = v.safeParse(nameSchema, [...cleaned].slice(0, 30).join(''));
  return parsed.success ? parsed.output : 'Host';
}
