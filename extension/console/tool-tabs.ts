import type { MessageKey } from '../../shared/browser/ui/i18n.ts';

/** The four fixed tabs of tools, in every layout. */
export const toolTabs = ['tools', 'desktop', 'application', 'session'] as const;
export type Tab = (typeof toolTabs)[number];

export const toolTabNames: Readonly<Record<Tab, MessageKey>> = {
  tools: 'console.tabTools',
  desktop: 'console.tabDesktop',
  application: 'console.tabApplication',
  session: 'console.tabSession',
};
