import { useId } from 'preact/hooks';
import type { Stars } from '../../protocol/reports.ts';
import { t } from '../ui/i18n.ts';

const all: readonly Stars[] = [1, 2, 3, 4, 5];

/** One to five, as radio buttons: the arrow keys move, and each says its number. */
export function StarsChoice({
  legend,
  value,
  onChoose,
}: {
  legend: string;
  value: Stars | null;
  onChoose: (stars: Stars) => void;
}) {
  const name = useId();
  return (
    <fieldset class="stars">
      <legend>{legend}</legend>
      {all.map((stars) => (
        <label key={stars} class={value !== null && stars <= value ? 'on' : ''}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            checked={value === stars}
            aria-label={t('stars.of', { stars })}
            onChange={() => onChoose(stars)}
          />
          <span aria-hidden="true">★</span>
        </label>
      ))}
    </fieldset>
  );
}
