import * as v from 'valibot';
import { type PrivacyPolicy, privacyPolicySchema } from '../../../shared/protocol/privacy-policy.ts';

/** What keeps a draft from being saved. */
export type DraftProblem = 'privacy.badSelector' | 'privacy.badOrigin' | 'privacy.tooMuch';

export function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return text.trim() !== '';
  } catch {
    return false;
  }
}

export function draftProblem(draft: PrivacyPolicy): DraftProblem | null {
  const selectors = [...draft.rules.map(({ selector }) => selector), ...draft.shown];
  if (!selectors.every(isSelector)) return 'privacy.badSelector';
  const parsed = v.safeParse(privacyPolicySchema, draft);
  if (parsed.success) return null;
  const at = parsed.issues[0].path?.[0]?.key;
  return at === 'allowedOrigins' || at === 'blockedOrigins' ? 'privacy.badOrigin' : 'privacy.tooMuch';
}

/** One entry a line. */
export const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
