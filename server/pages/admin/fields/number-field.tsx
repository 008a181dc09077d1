import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  /** Stands behind the number. */
  unit?: string;
  /** How much one of what is shown is of the value: 60,000 for minutes of a value in ms. */
  scale?: number;
  hint?: string;
  name?: string;
}

/** A whole number within bounds. What is none, or lies beyond, is put right when the field is left. */
export function NumberField({ label, value, onChange, min, max, unit, scale = 1, hint, name }: Props) {
  const id = useId();
  const typed = useSignal<string | null>(null);
  const take = (text: string) => {
    typed.value = text;
    const number = Math.round(Number(text));
    if (text.trim() !== '' && number >= min && number <= max) onChange(number * scale);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input
          id={id}
          name={name}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={typed.value ?? String(Math.round(value / scale))}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onInput={(event) => take(event.currentTarget.value)}
          onBlur={() => (typed.value = null)}
        />
        {unit !== undefined && <span class="hint">{unit}</span>}
      </span>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
