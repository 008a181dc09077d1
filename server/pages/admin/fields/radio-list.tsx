import { useId } from 'preact/hooks';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string; hint?: string }[];
  onChange: (value: T) => void;
}

/** One of several, each with a sentence that says what it means. */
export function RadioList<T extends string>({ label, value, options, onChange }: Props<T>) {
  const id = useId();
  return (
    <fieldset class="radio-list">
      <legend class="visually-hidden">{label}</legend>
      {options.map((one) => (
        <div key={one.value}>
          <label class="tick">
            <input
              type="radio"
              name={id}
              value={one.value}
              checked={one.value === value}
              aria-describedby={one.hint === undefined ? undefined : `${id}-${one.value}`}
              onChange={() => onChange(one.value)}
            />
            {one.text}
          </label>
          {one.hint !== undefined && (
            <p id={`${id}-${one.value}`} class="hint under-tick">
              {one.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
