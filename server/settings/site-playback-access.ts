import { type PlaybackAccess, playbackAccessSchema } from '../../shared/protocol/playback.ts';
import { createSiteSetting, type SettingDeps, type SiteSetting } from './site-setting.ts';

export type SitePlaybackAccess = SiteSetting<PlaybackAccess>;

const own: PlaybackAccess = { hosts: 'own' };

/** Which hosts see which recordings. */
export const createSitePlaybackAccess = (deps: SettingDeps): SitePlaybackAccess =>
  createSiteSetting(deps, { name: 'playback-access', schema: playbackAccessSchema, initial: own, unreadable: own });
