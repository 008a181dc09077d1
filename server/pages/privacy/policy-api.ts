import { type PrivacyPolicy, privacyPolicySchema } from '../../../shared/protocol/privacy-policy.ts';
import { adminCall } from '../account/admin-api.ts';

const path = '/api/privacy-policy';

/** The site's policy as its admin reads and sets it. */
export const policyApi = {
  read: (bearer: string) => adminCall(bearer, privacyPolicySchema, path),
  set: (bearer: string, policy: PrivacyPolicy) => adminCall(bearer, privacyPolicySchema, path, 'PUT', policy),
};
