import type { Report, ReportRow } from '../protocol/reports.ts';
import type { ToolConsent } from './report-schema.ts';
import { csvText, csvTime, type CsvValue } from './csv.ts';

const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1_000));

/** One line a session. */
export function listCsv(rows: readonly ReportRow[]): string {
  const head = [
    'Session',
    'Started',
    'Ended',
    'Ended because',
    'Customer',
    'Hosts',
    'Queue',
    'Waited (s)',
    'Handling (s)',
    'Rating',
    'Rating: hard',
    'Survey',
    'Survey comment',
  ];
  const lines = rows.map((row): CsvValue[] => [
    row.sessionId,
    csvTime(row.startedAt),
    csvTime(row.endedAt),
    row.endedReason,
    row.customer,
    row.hosts.join('; '),
    row.queue,
    seconds(row.waitedMs),
    seconds(row.handlingMs),
    row.rating?.stars ?? null,
    row.rating?.reasons.join('; ') ?? null,
    row.survey?.stars ?? null,
    row.survey?.comment ?? null,
  ]);
  return csvText([head, ...lines]);
}

type Line = [at: number, who: string, what: string, details: string];

/** One line for each thing that happened, in order. */
export function reportCsv(report: Report): string {
  const { consents, tools, deeds, calls, recordings, chat, files, notes, people, transfers, rating, survey } = report;
  const lines: Line[] = [
    ...people.flatMap(({ name, role, from, to }): Line[] => [
      [from, name, 'came', role],
      ...(to === null ? [] : [[to, name, 'left', role] satisfies Line]),
    ]),
    ...transfers.map(({ at, from, to }): Line => [at, from, 'transferred', to]),
    ...consents.flatMap(consentLines),
    ...tools.flatMap(toolLines),
    ...deeds.map(deedLine),
    ...calls.flatMap(({ at, by, medium, members, endedAt, endedWhy }): Line[] => [
      [at, by, 'called', medium],
      ...(endedAt === null ? [] : [[endedAt, members.join('; '), 'call ended', endedWhy ?? ''] satisfies Line]),
    ]),
    ...recordings.flatMap(({ at, endedAt, endedWhy, isAutomatic }): Line[] => [
      [at, 'host', 'began to record', isAutomatic ? 'automatic' : ''],
      ...(endedAt === null ? [] : [[endedAt, 'host', 'recording ended', endedWhy ?? ''] satisfies Line]),
    ]),
    ...files.flatMap(fileLines),
    ...notes.map(({ begunAt, by, text }): Line => [begunAt, by, 'noted', text]),
    ...chat.map(({ at, by, audience, text, isPicture }): Line => {
      return [at, by, audience === 'hosts' ? 'said among hosts' : 'said', isPicture ? `${text} [picture]` : text];
    }),
    ...(rating ? [[rating.at, 'host', 'rated', [rating.stars, ...rating.reasons].join('; ')] satisfies Line] : []),
    ...(survey
      ? [[survey.at, 'customer', 'answered the survey', `${survey.stars}; ${survey.comment}`] satisfies Line]
      : []),
  ];
  const inOrder = lines.toSorted(([a], [b]) => a - b);
  return csvText([['Time', 'Who', 'What', 'Details'], ...inOrder.map(([at, ...others]) => [csvTime(at), ...others])]);
}

function fileLines({ at, by, name, size, to, withdrawnAt, received }: Report['files'][number]): Line[] {
  return [
    [at, by, `published for ${to}`, `${name}; ${size} bytes`],
    ...received.map((one): Line => [one.at, one.by, 'downloaded', `${name}; ${size} bytes; SHA-256 ${one.sha256}`]),
    ...(withdrawnAt === null ? [] : [[withdrawnAt, by, 'withdrew', name] satisfies Line]),
  ];
}

function toolLines({ tool, askedAt, askedBy, askedOf, answer, answeredAt, endedAt, endedWhy }: ToolConsent): Line[] {
  const what = `${tool} of ${askedOf}`;
  return [
    [askedAt, askedBy, 'asked', what],
    ...(answeredAt === null ? [] : [[answeredAt, askedOf, answer, what] satisfies Line]),
    ...(endedAt === null ? [] : [[endedAt, askedOf, `ended: ${endedWhy}`, what] satisfies Line]),
  ];
}

function deedLine({ at, owner, kind, path, size, sha256, to }: Report['deeds'][number]): Line {
  const parts = [path, to && `to ${to}`, size !== null && `${size} bytes`, sha256 && `SHA-256 ${sha256}`];
  return [at, owner, `in the folder: ${kind}`, parts.filter(Boolean).join('; ')];
}

function consentLines(consent: Report['consents'][number]): Line[] {
  const { askedAt, askedBy, owner, viewer, surface, level, isImplied, answer, answeredAt, answeredBy } = consent;
  const what = `${surface}, ${level}: ${owner} to ${viewer}`;
  const lines: Line[] = isImplied ? [] : [[askedAt, askedBy, 'asked', what]];
  if (answeredAt !== null) lines.push([answeredAt, answeredBy ?? 'nobody', answer, what]);
  if (consent.endedAt !== null) lines.push([consent.endedAt, owner, `no longer shown: ${consent.endedWhy}`, what]);
  return lines;
}
