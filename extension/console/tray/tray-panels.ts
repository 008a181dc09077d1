import type { MessageKey } from '../../../shared/browser/ui/i18n.ts';
import { toolTabNames } from '../tool-tabs.ts';

/** What opens below the icons, in their order. */
export const trayPanels = [
  'sessions',
  'customer',
  'tools',
  'chat',
  'notes',
  'desktop',
  'application',
  'session',
  'console',
] as const;
export type TrayPanel = (typeof trayPanels)[number];

export const trayPanelNames: Readonly<Record<TrayPanel, MessageKey>> = {
  ...toolTabNames,
  sessions: 'multi.title',
  customer: 'console.customer',
  chat: 'chat.title',
  notes: 'notes.title',
  console: 'layout.title',
};

/** Those that are of use now. */
export const panelsFor = ({ sessions, layouts }: { sessions: number; layouts: number }): TrayPanel[] =>
  trayPanels.filter((panel) => (panel !== 'sessions' || sessions > 1) && (panel !== 'console' || layouts > 1));
