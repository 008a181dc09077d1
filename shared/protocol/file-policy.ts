import * as v from 'valibot';
import { isDangerousName } from '../session/dangerous-file.ts';
import { fileEnding } from '../session/file-name.ts';

export const filePublishers = ['nobody', 'hosts', 'all'] as const;
export const dangerousAnswers = ['warn', 'refuse'] as const;

/** What one of `onlyEndings` looks like: small letters and digits, no dot. */
export const fileEndingSchema = v.pipe(v.string(), v.regex(/^[\p{Ll}\p{Lo}\p{N}-]{1,16}$/u));

/** `GET` and `PUT /api/file-policy` (admin); a session keeps what it began with. */
export const filePolicySchema = v.strictObject({
  /** Who may publish files in a session. */
  from: v.picklist(filePublishers),
  /** Of one file, in MiB (2²⁰ bytes). */
  mostMebibytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_048_576)),
  /** Programs, scripts, shortcuts and what else acts by itself when it is opened. */
  dangerous: v.picklist(dangerousAnswers),
  /** Only files with these endings; empty: all. */
  onlyEndings: v.pipe(v.array(fileEndingSchema), v.maxLength(100)),
});
export type FilePolicy = v.InferOutput<typeof filePolicySchema>;

/** For a site that has decided nothing. */
export const defaultFilePolicy: FilePolicy = { from: 'all', mostMebibytes: 10_240, dangerous: 'warn', onlyEndings: [] };

export const mostFileBytes = ({ mostMebibytes }: FilePolicy): number => mostMebibytes * 2 ** 20;

export const mayPublishAny = ({ from }: FilePolicy, role: 'lead' | 'assistant' | 'customer'): boolean =>
  from === 'all' || (from === 'hosts' && role !== 'customer');

/** Why the site does not want this file to be published; null: it may be. */
export function fileRefusal(
  policy: FilePolicy,
  role: 'lead' | 'assistant' | 'customer',
  { name, size }: { name: string; size: number },
): 'file.switched-off' | 'file.too-large' | 'file.wrong-type' | 'file.dangerous' | null {
  if (!mayPublishAny(policy, role)) return 'file.switched-off';
  if (size > mostFileBytes(policy)) return 'file.too-large';
  if (policy.onlyEndings.length > 0 && !policy.onlyEndings.includes(fileEnding(name))) return 'file.wrong-type';
  return policy.dangerous === 'refuse' && isDangerousName(name) ? 'file.dangerous' : null;
}
