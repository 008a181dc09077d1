import * as v from 'valibot';
import { type PrivacyPolicy, privacyPolicySchema } from '../../../shared/protocol/privacy-policy.ts';

export type PolicyAnswer =
  | { ok: true; policy: PrivacyPolicy }
  | { ok: false; why: 'signed-out' | 'no-admin' | 'failed' };

async function call(bearer: string, policy?: PrivacyPolicy): Promise<PolicyAnswer> {
  try {
    const response = await fetch('/api/privacy-policy', {
      method: policy ? 'PUT' : 'GET',
      credentials: 'omit',
      headers: { authorization: `Bearer ${bearer}`, ...(policy && { 'content-type': 'application/json' }) },
      ...(policy && { body: JSON.stringify(policy) }),
    });
    if (response.status === 401) return { ok: false, why: 'signed-out' };
    if (response.status === 403) return { ok: false, why: 'no-admin' };
    const answer = v.safeParse(privacyPolicySchema, await response.json());
    return answer.success ? { ok: true, policy: answer.output } : { ok: false, why: 'failed' };
  } catch {
    return { ok: false, why: 'failed' };
  }
}

/** The site's policy as its admin reads and sets it. */
export const policyApi = {
  read: (bearer: string) => call(bearer),
  set: (bearer: string, policy: PrivacyPolicy) => call(bearer, policy),
};
