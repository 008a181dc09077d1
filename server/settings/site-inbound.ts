import { layouts } from '../../shared/queue/layouts.ts';
import { type Inbound, inboundSchema } from '../../shared/queue/inbound.ts';
import { createSiteSetting, type SettingDeps, type SiteSetting } from './site-setting.ts';

export type SiteInbound = SiteSetting<Inbound>;

const off: Inbound = {
  isOn: false,
  mode: 'multi',
  capacity: 3,
  consoles: [...layouts],
  ageingMs: 5 * 60_000,
  queues: [],
  hosts: [],
  cannedTexts: [],
};

/** The site's queues and who serves them. */
export const createSiteInbound = (deps: SettingDeps): SiteInbound =>
  createSiteSetting(deps, { name: 'inbound', schema: inboundSchema, initial: off, unreadable: off });
