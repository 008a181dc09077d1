import type { Scene } from './scene.ts';
import { admin } from './scenes/admin.ts';
import { call } from './scenes/call.ts';
import { consoles } from './scenes/consoles.ts';
import { desk } from './scenes/desk.ts';
import { emptySite } from './scenes/empty-site.ts';
import { folder } from './scenes/folder.ts';
import { gone } from './scenes/gone.ts';
import { help } from './scenes/help.ts';
import { invite } from './scenes/invite.ts';
import { options } from './scenes/options.ts';
import { playback } from './scenes/playback.ts';
import { popup } from './scenes/popup.ts';
import { recording } from './scenes/recording.ts';
import { reports } from './scenes/reports.ts';
import { session } from './scenes/session.ts';
import { sitePages } from './scenes/site-pages.ts';
import { tools } from './scenes/tools.ts';

/** In an order in which each finds the site as it needs it: what shows it to strangers, and what shows an empty one, comes first. */
export const allScenes: readonly Scene[] = [
  sitePages,
  emptySite,
  popup,
  options,
  invite,
  session,
  tools,
  call,
  recording,
  folder,
  gone,
  reports,
  playback,
  admin,
  help,
  desk,
  // The last layout that a host chose is kept.
  consoles,
];
