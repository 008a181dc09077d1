import { defaultPrivacyPolicy, type PrivacyPolicy, privacyPolicySchema } from '../../shared/protocol/privacy-policy.ts';
import { createSiteSetting, type SettingDeps, type SiteSetting } from './site-setting.ts';

export type SitePolicy = SiteSetting<PrivacyPolicy>;

/** The one privacy policy of the site. */
export const createSitePolicy = (deps: SettingDeps): SitePolicy =>
  createSiteSetting(deps, {
    name: 'privacy-policy',
    schema: privacyPolicySchema,
    initial: defaultPrivacyPolicy,
    // What nobody can read any more hides rather more than less.
    unreadable: { ...defaultPrivacyPolicy, level: 'strict' },
  });
