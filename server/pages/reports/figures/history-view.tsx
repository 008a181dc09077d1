import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../../../../shared/browser/ui/language.ts';
import type { History } from '../../../../shared/report/history.ts';
import { dateAfter, localDate } from '../../../../shared/queue/zoned-time.ts';
import { SelectField } from '../../admin/fields/select-field.tsx';
import { BarChart } from '../../chart/bar-chart.tsx';
import type { ReportsApi } from '../reports-api.ts';
import { t } from '../say.ts';
import { type HistoryFilter, HistoryFilterFields } from './history-filter.tsx';
import { type HistoryMeasureName, historyMeasureNames, historyMeasures } from './history-measures.ts';
import { HistoryTable } from './history-table.tsx';

/** So many days stand under a chart in words, at most. */
const labels = 8;
const usualDays = 30;
const chartWidth = 1_080;
const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric' });
const chartTexts = {
  nothing: t('history.nothing'),
  upTo: (most: string) => t('history.upTo', { most }),
  asTable: t('history.asTable'),
};

function lastDays(): HistoryFilter {
  const to = localDate(timeZone, Date.now());
  return { from: dateAfter(to, 1 - usualDays), to, queue: '', hostId: '' };
}
const queryOf = (filter: HistoryFilter, format: 'json' | 'csv') =>
  new URLSearchParams(Object.entries({ timeZone, ...filter, format }).filter(([, value]) => value !== ''));

/** What was done in past days: a chart, and a table by queue and by host. */
export function HistoryView({ api, onSignedOut }: { api: ReportsApi; onSignedOut: () => void }) {
  const filter = useSignal(lastDays());
  const measureName = useSignal<HistoryMeasureName>('requests');
  const history = useSignal<History | null>(null);
  /** To choose from: as it was when nothing was chosen. */
  const all = useSignal<Pick<History, 'queues' | 'hosts'>>({ queues: [], hosts: [] });
  const problem = useSignal<string | null>(null);
  useEffect(() => void (document.title = t('history.title')), []);
  useEffect(() => {
    let isOver = false;
    const asked = filter.value;
    void api.history(queryOf(asked, 'json')).then((answer) => {
      if (isOver) return undefined;
      if (!answer.ok && answer.code === 'auth.required') return onSignedOut();
      problem.value = answer.ok ? null : t('history.failed');
      if (answer.ok) history.value = answer.value;
      if (answer.ok && asked.queue === '' && asked.hostId === '') all.value = answer.value;
      return undefined;
    });
    return () => void (isOver = true);
  }, [filter.value]);

  const saveCsv = async () => {
    const isSaved = await api.saveCsv(`/api/history?${queryOf(filter.value, 'csv')}`, 'beside-figures.csv');
    problem.value = isSaved ? null : t('join.offline');
  };
  const seen = history.value;
  const measure = historyMeasures[measureName.value];
  return (
    <>
      <div class="row reports-head">
        <h1>{t('history.title')}</h1>
        <button type="button" disabled={!seen} onClick={() => void saveCsv()}>
          {t('history.csv')}
        </button>
      </div>
      <p class="hint">{t('history.text')}</p>
      <section class="card" aria-label={t('history.byDay')}>
        <div class="history-filter">
          <HistoryFilterFields
            filter={filter.value}
            queues={all.value.queues.flatMap(({ queue }) => queue ?? [])}
            hosts={all.value.hosts.flatMap(({ hostId, name }) => (hostId === null ? [] : [{ hostId, name }]))}
            onFilter={(part) => (filter.value = { ...filter.value, ...part })}
          />
          <SelectField
            label={t('history.measure')}
            name="history-measure"
            value={measureName.value}
            options={historyMeasureNames.map((name) => [name, t(`history.${name}`)] as const)}
            onChange={(name) => (measureName.value = name)}
          />
        </div>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        {!seen && !problem.value && <p class="hint">{t('common.loading')}</p>}
        {seen && (
          <BarChart
            title={`${t('history.byDay')}: ${t(`history.${measureName.value}`)}`}
            periods={seen.days}
            measure={measure}
            texts={chartTexts}
            label={({ from }) => day.format(from)}
            heading={t('history.day')}
            width={chartWidth}
            labelEach={Math.ceil(seen.days.length / labels)}
          />
        )}
      </section>
      {seen && (
        <>
          <HistoryTable
            title={t('history.byQueue')}
            heading={t('history.queue')}
            rows={seen.queues.map((row) => ({
              key: row.queue ?? '',
              name: row.queue ?? t('history.invited'),
              tally: row,
            }))}
            {...(seen.queues.length > 1 && { total: seen.total })}
          />
          <HistoryTable
            title={t('history.byHost')}
            heading={t('history.host')}
            rows={seen.hosts.map((row) => ({
              key: row.hostId ?? '',
              name: row.hostId === null ? t('history.noHost') : row.name,
              tally: row,
            }))}
            {...(seen.hosts.length > 1 && { total: seen.total })}
          />
        </>
      )}
    </>
  );
}
