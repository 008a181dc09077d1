import { useId } from 'preact/hooks';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, text: string])[];
  onChange: (value: T) => void;
  /** The label is for screen readers only. */
  isBare?: boolean;
  name?: string;
  isWrong?: boolean;
}

/** One of several. A value that is none of them is shown as it is. */
export function SelectField<T extends string>(props: Props<T>) {
  const { label, value, options, onChange, isBare = false, name, isWrong = false } = props;
  const id = useId();
  const isKnown = options.some(([one]) => one === value);
  return (
    <div class="field">
      <label for={id} class={isBare ? 'visually-hidden' : ''}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        aria-invalid={isWrong || !isKnown}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([one]) => one === currentTarget.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {!isKnown && <option value={value}>{value === '' ? '–' : value}</option>}
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
