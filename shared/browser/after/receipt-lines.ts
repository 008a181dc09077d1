import type { ActivityReport, Consent } from '../../report/report-schema.ts';
import { byteText } from '../files/byte-text.ts';
import { clockTime, type MessageKey, t } from '../ui/i18n.ts';

export interface Receipt {
  title: string;
  /** Who helped, and when. */
  hosts: readonly string[];
  /** What was shown to whom, at what level, from when to when. */
  shown: readonly string[];
  /** What was published and downloaded. */
  files: readonly string[];
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
  const { people, consents, tools, calls, files, site } = report;
  const me = people.find(({ role }) => role === 'customer')?.name;
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
    files: files.flatMap(({ name, size, by, received }) => {
      const of = { name, size: byteText(size) };
      if (by !== me) return received.length > 0 ? [t('receipt.fileIn', { ...of, owner: by })] : [];
      const names = received.map((one) => one.by).join(', ');
      return [names ? t('receipt.fileOut', { ...of, names }) : t('receipt.filePublished', of)];
    }),
  };
}

/** As plain text: nothing in it can be anything but words. */
export const receiptText = ({ title, hosts, shown, files }: Receipt): string =>
  [
    title,
    '',
    t('receipt.hosts'),
    ...hosts.map((line) => `- ${line}`),
    '',
    t('receipt.shown'),
    ...(shown.length > 0 ? shown.map((line) => `- ${line}`) : [t('receipt.nothing')]),
    ...(files.length > 0 ? ['', t('receipt.files'), ...files.map((line) => `- ${line}`)] : []),
    '',
  ].join('\r\n');
