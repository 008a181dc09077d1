import { type ComponentChildren, Fragment } from 'preact';
import { dayAndTime, durationText, type MessageKey } from '../../../shared/browser/ui/i18n.ts';
import type { RatingReason, Report } from '../../../shared/protocol/reports.ts';
import { t } from './say.ts';
import { Stars } from './stars.tsx';

const reasonText: Record<RatingReason, MessageKey> = {
  start: 'rating.start',
  speed: 'rating.speed',
  fidelity: 'rating.fidelity',
  tools: 'rating.tools',
};

/** The session in figures, what the customer was asked before, and what both thought of it. */
export function ReportFacts({ report }: { report: Report }) {
  const { startedAt, endedAt, endedReason, waitedMs, handlingMs, firstShownAt, queue, page, rating, survey } = report;
  const hosts = report.people.filter(({ role }) => role !== 'customer').map(({ name }) => name);
  const led = report.leads.map(({ name }) => name);
  const rows: [string, ComponentChildren][] = [
    [t('report.customer'), report.customer ?? t('report.nobody')],
    [t('report.hosts'), [...new Set(hosts)].join(', ')],
    [t('report.led'), led.join(' → ')],
    [t('report.queue'), queue ?? t('report.invited')],
    [t('report.started'), dayAndTime(startedAt)],
    [t('report.ended'), endedAt === null ? '–' : dayAndTime(endedAt)],
    [t('report.why'), endedReason === null ? '–' : t(`ended.${endedReason}`)],
    [t('report.waited'), waitedMs === null ? '–' : durationText(waitedMs)],
    [t('report.handling'), handlingMs === null ? '–' : durationText(handlingMs)],
    [t('report.firstShown'), firstShownAt === null ? '–' : durationText(firstShownAt - startedAt)],
    ...(page ? [[t('report.page'), `${page.title} ${page.url}`] satisfies [string, string]] : []),
    [
      t('report.rating'),
      rating ? (
        <>
          <Stars stars={rating.stars} />
          {rating.reasons.length > 0 && (
            <> {t('report.hard', { reasons: rating.reasons.map((reason) => t(reasonText[reason])).join('; ') })}</>
          )}
        </>
      ) : (
        t('report.notGiven')
      ),
    ],
    [
      t('report.survey'),
      survey ? (
        <>
          <Stars stars={survey.stars} /> {survey.comment}
        </>
      ) : (
        t('report.notGiven')
      ),
    ],
    [t('report.session'), report.sessionId],
    [t('report.facts'), t('report.factsCount', { count: report.facts })],
  ];
  return (
    <section class="card">
      <dl class="facts">
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {report.answers.length > 0 && (
        <>
          <h2>{t('report.answers')}</h2>
          <dl class="facts">
            {report.answers.map(({ label, answer }) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{answer}</dd>
              </Fragment>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
