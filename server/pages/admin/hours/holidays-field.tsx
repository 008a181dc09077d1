import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { language } from '../../../../shared/browser/ui/language.ts';
import type { Hours } from '../../../../shared/queue/hours.ts';
import type { DraftFault } from '../draft-faults.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { replaced, without } from '../fields/in-list.ts';
import { t } from '../say.ts';
import { SpansField } from './spans-field.tsx';

interface Props {
  holidays: Hours['holidays'];
  faults: readonly DraftFault[];
  onChange: (holidays: Hours['holidays']) => void;
}

const dateText = (date: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** Days that are unlike the others of their week. */
export function HolidaysField({ holidays, faults, onChange }: Props) {
  const id = useId();
  const date = useSignal('');
  const add = () => {
    if (date.value === '' || holidays.some((one) => one.date === date.value)) return;
    onChange([...holidays, { date: date.value, spans: [] }].sort((a, b) => a.date.localeCompare(b.date)));
    date.value = '';
  };
  return (
    <>
      {holidays.length > 0 && (
        <table class="week">
          <tbody>
            {holidays.map((holiday, at) => (
              <tr key={holiday.date}>
                <th scope="row">
                  {dateText(holiday.date)}
                  <FaultText faults={faults.filter(({ what }) => what === 'twice')} where="hours" at={at} />
                </th>
                <td>
                  <SpansField
                    name={dateText(holiday.date)}
                    spans={holiday.spans}
                    onChange={(spans) => onChange(replaced(holidays, at, { ...holiday, spans }))}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={t('admin.removeNamed', { name: dateText(holiday.date) })}
                    onClick={() => onChange(without(holidays, at))}
                  >
                    {t('privacy.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="with-button">
        <div class="field">
          <label for={id}>{t('hours.date')}</label>
          <input id={id} type="date" value={date.value} onInput={(event) => (date.value = event.currentTarget.value)} />
        </div>
        <button type="button" disabled={date.value === ''} onClick={add}>
          {t('hours.addHoliday')}
        </button>
      </div>
    </>
  );
}
