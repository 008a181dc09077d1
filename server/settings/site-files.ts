import { defaultFilePolicy, type FilePolicy, filePolicySchema } from '../../shared/protocol/file-policy.ts';
import { createSiteSetting, type SettingDeps, type SiteSetting } from './site-setting.ts';

export type SiteFiles = SiteSetting<FilePolicy>;

/** Which files may be published in the site's sessions, and by whom. */
export const createSiteFiles = (deps: SettingDeps): SiteFiles =>
  createSiteSetting(deps, {
    name: 'file-policy',
    schema: filePolicySchema,
    initial: defaultFilePolicy,
    // What nobody can read any more allows less rather than more.
    unreadable: { ...defaultFilePolicy, from: 'nobody' },
  });
