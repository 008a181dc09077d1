import type { ActivityReport, Consent } from '../../report/report-schema.ts';
import { clockTime, type MessageKey, t } from '../ui/i18n.ts';

export interface Receipt {
  title: string;
  /** Who helped, and when. */
  hosts: readonly string[];
  /** What was shown to whom, at what level, from when to when. */
  shown: readonly string[];
}

const surfaces: Record<Consent['surface'], MessageKey> = {
  page: 'receipt.page',
  application: 'receipt.application',
  desktop: 'receipt.desktop',
};

const span = (from: number, to: number | null) =>
  to === null || clockTime(from) === clockTime(to)
    ? clockTime(from)
    : t('receipt.span', { from: clockTime(from), to: clockTime(to) });

/** What one person of a session may keep of it, in words. */
export function receiptOf(report: ActivityReport, dateText: string): Receipt {
  const { people, consents, tools, calls, site } = report;
  return {
    title: t('receipt.title', { site, date: dateText }),
    hosts: people
      .filter(({ role }) => role !== 'customer')
      .map(({ name, from, to }) => t('receipt.host', { name, when: span(from, to) })),
    shown: [
      ...consents
        .filter(({ answer }) => answer === 'allowed')
        .map(({ owner, viewer, surface, level, answeredAt, askedAt, endedAt }) =>
          t(level === 'view' ? 'receipt.saw' : 'receipt.controlled', {
            viewer,
            owner,
            surface: t(surfaces[surface]),
            when: span(answeredAt ?? askedAt, endedAt),
          }),
        ),
      ...tools
        .filter(({ answer }) => answer === 'allowed')
        .map(({ tool, askedBy, answeredAt, askedAt, endedAt }) =>
          t(`receipt.tool.${tool}`, { host: askedBy, when: span(answeredAt ?? askedAt, endedAt) }),
        ),
      ...calls
        .filter(({ answeredAt }) => answeredAt !== null)
        .map(({ members, answeredAt, at, endedAt }) =>
          t('receipt.call', { names: members.join(', '), when: span(answeredAt ?? at, endedAt) }),
        ),
    ],
  };
}

/** As plain text: nothing in it can be anything but words. */
export const receiptText = ({ title, hosts, shown }: Receipt): string =>
  [
    title,
    '',
    t('receipt.hosts'),
    ...hosts.map((line) => `- ${line}`),
    '',
    t('receipt.shown'),
    ...(shown.length > 0 ? shown.map((line) => `- ${line}`) : [t('receipt.nothing')]),
    '',
  ].join('\r\n');
