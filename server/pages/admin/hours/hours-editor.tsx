import { type Hours, isTimeZone } from '../../../../shared/queue/hours.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { RadioList } from '../fields/radio-list.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import type { QueuePart } from '../queues/queue-part.ts';
import { t } from '../say.ts';
import { HolidaysField } from './holidays-field.tsx';
import { newHours } from './new-hours.ts';
import { TimeZoneField } from './time-zone-field.tsx';
import { WeekTable } from './week-table.tsx';

/** When a queue is open. */
export function HoursEditor({ queue, faults, change }: QueuePart) {
  const { hours } = queue;
  const set = (part: Partial<Hours>) => hours && change({ hours: { ...hours, ...part } });
  // What is wrong with the time zone is said at its field.
  const malformed = faults.filter(({ what }) => what === 'malformed' && hours && isTimeZone(hours.timeZone));
  return (
    <div class="stack">
      <div class="columns hours-columns">
        <SectionCard title={t('hours.title')}>
          <RadioList
            label={t('hours.title')}
            value={hours ? 'some' : 'always'}
            options={[
              { value: 'always', text: t('hours.always'), hint: t('hours.alwaysText') },
              { value: 'some', text: t('hours.some'), hint: t('hours.someText') },
            ]}
            onChange={(which) => change({ hours: which === 'always' ? null : newHours() })}
          />
          {hours && <TimeZoneField timeZone={hours.timeZone} onInput={(timeZone) => set({ timeZone })} />}
        </SectionCard>
        {hours && (
          <SectionCard title={t('hours.week')}>
            <WeekTable week={hours.week} onChange={(week) => set({ week })} />
            <FaultText faults={malformed} where="hours" />
          </SectionCard>
        )}
      </div>
      {hours && (
        <SectionCard title={t('hours.holidays')} hint={t('hours.holidaysText')}>
          <HolidaysField holidays={hours.holidays} faults={faults} onChange={(holidays) => set({ holidays })} />
        </SectionCard>
      )}
    </div>
  );
}
