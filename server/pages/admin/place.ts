import { signal } from '@preact/signals';

export const sections = ['live', 'queues', 'hosts', 'branding', 'recording', 'site', 'data', 'api', 'audit'] as const;
export type Section = (typeof sections)[number];
/** What is changed there is part of the draft. */
export const isDrafted = (section: Section): boolean =>
  ['queues', 'hosts', 'branding', 'recording', 'site'].includes(section);
export const queueTabs = ['general', 'service', 'hours', 'form', 'rules', 'session', 'texts', 'website'] as const;
export type QueueTab = (typeof queueTabs)[number];

/** Where in the admin's pages one is: kept in the fragment, so that it can be linked and gone back to. */
export interface Place {
  section: Section;
  /** Null: the list. */
  queueId: string | null;
  tab: QueueTab;
}

export function readPlace(hash: string): Place {
  const [first, queueId, second] = hash.replace(/^#/, '').split('/');
  const section = sections.find((one) => one === first) ?? 'queues';
  const tab = queueTabs.find((one) => one === second) ?? 'general';
  return { section, queueId: section === 'queues' && queueId ? queueId : null, tab };
}

export const queueHref = (queueId: string, tab: QueueTab = 'general'): string => `#queues/${queueId}/${tab}`;

export const place = signal<Place>(readPlace(location.hash));
window.addEventListener('hashchange', () => (place.value = readPlace(location.hash)));

export function goTo(href: string): void {
  location.hash = href;
}

/** For what is the same place under another name: going back does not lead to the old one. */
export function renamePlace(href: string): void {
  history.replaceState(null, '', href);
  place.value = readPlace(href);
}
