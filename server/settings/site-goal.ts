import { type Goal, goalSchema } from '../../shared/report/goal.ts';
import { createSiteSetting, type SettingDeps, type SiteSetting } from './site-setting.ts';

export type SiteGoal = SiteSetting<Goal>;

const ordinary: Goal = { withinMs: 60_000 };

/** How soon customers should be accepted. */
export const createSiteGoal = (deps: SettingDeps): SiteGoal =>
  createSiteSetting(deps, { name: 'goal', schema: goalSchema, initial: ordinary, unreadable: ordinary });
