import { days, type Hours } from '../../../../shared/queue/hours.ts';
import { t } from '../say.ts';
import { dayName } from './day-name.ts';
import { SpansField } from './spans-field.tsx';

interface Props {
  week: Hours['week'];
  onChange: (week: Hours['week']) => void;
}

/** The hours of an ordinary week. */
export function WeekTable({ week, onChange }: Props) {
  const { mon } = week;
  return (
    <>
      <table class="week">
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{dayName(day)}</th>
              <td>
                <SpansField
                  name={dayName(day)}
                  spans={week[day]}
                  onChange={(spans) => onChange({ ...week, [day]: spans })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        <button
          type="button"
          class="quiet"
          onClick={() => onChange({ ...week, tue: mon, wed: mon, thu: mon, fri: mon })}
        >
          {t('hours.copyMonday', { from: dayName('mon') })}
        </button>
      </div>
    </>
  );
}
