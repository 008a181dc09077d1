import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dayAndTime, durationText, errorText } from '../../../shared/browser/ui/i18n.ts';
import type { ReportRow } from '../../../shared/protocol/reports.ts';
import { apiQuery, type Filter, FilterForm, filterOf, noFilter, pageQuery } from './report-filter.tsx';
import type { ReportsApi } from './reports-api.ts';
import { t } from './say.ts';
import { Stars } from './stars.tsx';

/** Sessions that are over, newest first. */
export function ReportList({ api, onSignedOut }: { api: ReportsApi; onSignedOut: () => void }) {
  const filter = useSignal<Filter>(filterOf(new URLSearchParams(location.search)));
  const rows = useSignal<readonly ReportRow[] | null>(null);
  const next = useSignal<string | null>(null);
  const problem = useSignal<string | null>(null);

  const load = async (after: string | null) => {
    const query = apiQuery(filter.value);
    if (after !== null) query.set('after', after);
    const answer = await api.list(query);
    if (!answer.ok && answer.code === 'auth.required') return onSignedOut();
    problem.value = answer.ok ? null : errorText(answer.code);
    if (!answer.ok) return undefined;
    rows.value = [...(after === null ? [] : (rows.value ?? [])), ...answer.value.rows];
    next.value = answer.value.next;
    return undefined;
  };
  useEffect(() => {
    const query = pageQuery(filter.value).toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    void load(null);
  }, [filter.value]);

  const isFiltered = pageQuery(filter.value).size > 0;
  const saveCsv = async () => {
    const query = apiQuery(filter.value);
    query.set('format', 'csv');
    const isSaved = await api.saveCsv(`/api/reports?${query}`, 'beside-reports.csv');
    problem.value = isSaved ? null : t('join.offline');
  };

  return (
    <>
      <div class="row reports-head">
        <h1>{t('reports.title')}</h1>
        <button type="button" disabled={!rows.value?.length} onClick={() => void saveCsv()}>
          {t('reports.csv')}
        </button>
      </div>
      <FilterForm
        key={pageQuery(filter.value).toString()}
        filter={filter.value}
        onFilter={(to) => (filter.value = to)}
      />
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {rows.value === null && !problem.value && <p class="hint">{t('common.loading')}</p>}
      {rows.value?.length === 0 && (
        <p class="row" role="status">
          {t(isFiltered ? 'reports.noneFound' : 'reports.none')}
          {isFiltered && (
            <button type="button" class="quiet" onClick={() => (filter.value = noFilter)}>
              {t('reports.clear')}
            </button>
          )}
        </p>
      )}
      {rows.value !== null && rows.value.length > 0 && (
        <div class="card table-card">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('report.started')}</th>
                <th scope="col">{t('report.customer')}</th>
                <th scope="col">{t('report.hosts')}</th>
                <th scope="col">{t('report.queue')}</th>
                <th scope="col">{t('report.waited')}</th>
                <th scope="col">{t('report.handling')}</th>
                <th scope="col">{t('report.rating')}</th>
                <th scope="col">{t('report.survey')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.value.map((row) => (
                <Row key={row.sessionId} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next.value !== null && (
        <button type="button" onClick={() => void load(next.value)}>
          {t('reports.more')}
        </button>
      )}
    </>
  );
}

function Row({ row }: { row: ReportRow }) {
  const { sessionId, startedAt, customer, hosts, queue, waitedMs, handlingMs, rating, survey } = row;
  return (
    <tr>
      <td class="when">
        <a href={`/reports/${sessionId}`}>{dayAndTime(startedAt)}</a>
      </td>
      <td>{customer ?? <span class="hint">{t('report.nobody')}</span>}</td>
      <td>{hosts.join(', ')}</td>
      <td>{queue ?? <span class="hint">{t('report.invited')}</span>}</td>
      <td class="figure">{waitedMs === null ? '–' : durationText(waitedMs)}</td>
      <td class="figure">{durationText(handlingMs)}</td>
      <td>{rating ? <Stars stars={rating.stars} /> : '–'}</td>
      <td title={survey?.comment}>{survey ? <Stars stars={survey.stars} /> : '–'}</td>
    </tr>
  );
}
