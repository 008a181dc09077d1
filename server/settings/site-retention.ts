import { type Retention, retentionSchema, usualRetention } from '../../shared/protocol/retention.ts';
import { createSiteSetting, type SettingDeps, type SiteSetting } from './site-setting.ts';

export type SiteRetention = SiteSetting<Retention>;

/** How long things are kept. */
export const createSiteRetention = (deps: SettingDeps): SiteRetention =>
  createSiteSetting(deps, {
    name: 'retention',
    schema: retentionSchema,
    initial: usualRetention,
    unreadable: usualRetention,
  });
