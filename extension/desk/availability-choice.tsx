import { t } from '../../shared/browser/ui/i18n.ts';
import { availabilities, type Availability } from '../../shared/queue/desk-facts.ts';

interface Props {
  availability: Availability;
  onChange: (availability: Availability) => void;
}

/** Whether this host takes requests. */
export function AvailabilityChoice({ availability, onChange }: Props) {
  return (
    <fieldset class="availability">
      <legend class="visually-hidden">{t('desk.availability')}</legend>
      {availabilities.map((one) => (
        <label key={one} class={`availability-${one}`}>
          <input
            type="radio"
            name="availability"
            value={one}
            checked={one === availability}
            onChange={() => onChange(one)}
          />
          <span>{t(`desk.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
