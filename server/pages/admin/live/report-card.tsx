import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clockTime } from '../../../../shared/browser/ui/i18n.ts';
import { language } from '../../../../shared/browser/ui/language.ts';
import type { Goal } from '../../../../shared/report/goal.ts';
import type { Period, Periods } from '../../../../shared/report/periods.ts';
import type { Supervision } from '../../../../shared/report/supervision.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { BarChart } from '../../chart/bar-chart.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { t } from '../say.ts';
import { supervisionApi } from '../supervision-api.ts';
import { GoalField } from './goal-field.tsx';
import { type MeasureName, measureNames, measures } from './measures.ts';
import { ownTimeZone } from './use-supervision.ts';

const againMs = 60_000;
const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'numeric' });

const chartTexts = {
  nothing: t('report.nothing'),
  upTo: (most: string) => t('report.upTo', { most }),
  asTable: t('report.asTable'),
};

interface Props {
  bearer: string;
  queues: Supervision['queues'];
  goalMs: number;
  /** It was set. */
  onGoal: (goal: Goal) => void;
}

/** The last day by the hour and the last week by the day. */
export function ReportCard({ bearer, queues, goalMs, onGoal }: Props) {
  const queueId = useSignal('');
  const measureName = useSignal<MeasureName>('requests');
  const periods = useSignal<Periods | null>(null);
  const isFailed = useSignal(false);
  useEffect(() => {
    let isOver = false;
    const read = async () => {
      const answer = await supervisionApi.report(bearer, ownTimeZone(), queueId.value);
      if (isOver) return;
      isFailed.value = !answer.ok;
      if (answer.ok) periods.value = answer.value;
    };
    void read();
    const clock = setInterval(() => void read(), againMs);
    return () => {
      isOver = true;
      clearInterval(clock);
    };
  }, [bearer, queueId.value, goalMs]);

  const measure = measures[measureName.value];
  const charted = { ...measure, parts: measure.parts.map(({ text, of }) => ({ text: t(text), of })) };
  const hour = ({ from }: Period) => clockTime(from);
  return (
    <SectionCard title={t('report.title')}>
      <div class="with-button">
        <SelectField
          label={t('report.of')}
          name="report-queue"
          value={queueId.value}
          options={[['', t('report.all')], ...queues.map((queue) => [queue.queueId, queue.name] as const)]}
          onChange={(id) => (queueId.value = id)}
        />
        <SelectField
          label={t('report.measure')}
          name="report-measure"
          value={measureName.value}
          options={measureNames.map((name) => [name, t(measures[name].text)] as const)}
          onChange={(name) => (measureName.value = name)}
        />
        <GoalField bearer={bearer} goalMs={goalMs} onSet={onGoal} />
      </div>
      {isFailed.value && (
        <p class="problem" role="alert">
          {t('report.failed')}
        </p>
      )}
      {periods.value && (
        <div class="columns">
          <BarChart
            title={`${t('report.day')}: ${t(measure.text)}`}
            periods={periods.value.hours}
            measure={charted}
            texts={chartTexts}
            label={hour}
            heading={t('report.hour')}
            labelEach={4}
          />
          <BarChart
            title={`${t('report.week')}: ${t(measure.text)}`}
            periods={periods.value.days}
            measure={charted}
            texts={chartTexts}
            label={({ from }) => day.format(from)}
            heading={t('report.date')}
            labelEach={1}
          />
        </div>
      )}
    </SectionCard>
  );
}
