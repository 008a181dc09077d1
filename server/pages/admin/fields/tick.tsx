import { useId } from 'preact/hooks';

interface Props {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint?: string;
  name?: string;
  /** It cannot be changed now. */
  isFixed?: boolean;
}

/** A switch with one sentence. */
export function Tick({ label, isOn, onChange, hint, name, isFixed = false }: Props) {
  const id = useId();
  return (
    <div>
      <label class="tick">
        <input
          type="checkbox"
          name={name}
          checked={isOn}
          disabled={isFixed}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={id} class="hint under-tick">
          {hint}
        </p>
      )}
    </div>
  );
}
