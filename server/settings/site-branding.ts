import { type Branding, brandingSchema, plainBranding } from '../../shared/protocol/branding.ts';
import type { Deps } from '../deps.ts';
import { createSiteSetting, type SettingDeps, type SiteSetting } from './site-setting.ts';

export interface SiteBranding extends SiteSetting<Branding> {
  /** What the site is called now. */
  siteName(): Promise<string>;
}

/** How the site looks to its customers, its name among it. */
export function createSiteBranding(deps: SettingDeps & Pick<Deps, 'settings'>): SiteBranding {
  const setting = createSiteSetting(deps, {
    name: 'branding',
    schema: brandingSchema,
    initial: plainBranding,
    unreadable: plainBranding,
  });
  return {
    ...setting,
    siteName: async () => (await setting.read()).name ?? deps.settings.siteName,
  };
}
