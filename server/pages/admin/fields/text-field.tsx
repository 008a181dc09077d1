import { useId } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onInput: (value: string) => void;
  name?: string;
  hint?: string;
  isWrong?: boolean;
  isLong?: boolean;
  maxLength?: number;
  placeholder?: string;
}

/** One line, or several, of text with its label. */
export function TextField(props: Props) {
  const { label, value, onInput, name, hint, isWrong = false, isLong = false, maxLength, placeholder } = props;
  const id = useId();
  const shared = {
    id,
    name,
    value,
    maxLength,
    placeholder,
    'aria-invalid': isWrong,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} rows={3} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
