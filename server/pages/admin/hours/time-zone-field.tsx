import { useId } from 'preact/hooks';
import { language } from '../../../../shared/browser/ui/language.ts';
import { isTimeZone } from '../../../../shared/queue/hours.ts';
import { t } from '../say.ts';

interface Props {
  timeZone: string;
  onInput: (timeZone: string) => void;
}

const zones = Intl.supportedValuesOf('timeZone');

const clockIn = (timeZone: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone }).format(
    Date.now(),
  );

/** A time zone by its name, with all known ones to choose from, and what time it is there. */
export function TimeZoneField({ timeZone, onInput }: Props) {
  const id = useId();
  const isKnown = isTimeZone(timeZone);
  return (
    <div class="field">
      <label for={id}>{t('hours.timeZone')}</label>
      <input
        id={id}
        name="time-zone"
        list={`${id}-zones`}
        spellcheck={false}
        value={timeZone}
        aria-invalid={!isKnown}
        aria-describedby={`${id}-now`}
        onInput={(event) => onInput(event.currentTarget.value.trim())}
      />
      <datalist id={`${id}-zones`}>
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
      <p id={`${id}-now`} class={isKnown ? 'hint' : 'problem'}>
        {isKnown ? t('hours.nowThere', { time: clockIn(timeZone) }) : t('fault.zone-unknown')}
      </p>
    </div>
  );
}
