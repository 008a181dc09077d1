import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  hint?: string;
  name?: string;
  /** One a line; else with commas between. */
  isLines?: boolean;
  /** For screen readers only. */
  isBare?: boolean;
  placeholder?: string;
}

/** A list as text. What is typed is the field's own until it is made anew: commas are part of typing. */
export function ListField(props: Props) {
  const { label, values, onChange, hint, name, isLines = false, isBare = false, placeholder } = props;
  const id = useId();
  const text = useSignal(values.join(isLines ? '\n' : ', '));
  const take = (typed: string) => {
    text.value = typed;
    const words = typed.split(isLines ? '\n' : /[,\n]/).map((word) => word.trim());
    onChange([...new Set(words.filter((word) => word !== ''))]);
  };
  const shared = {
    id,
    name,
    placeholder,
    spellcheck: false,
    value: text.value,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  };
  return (
    <div class="field">
      <label for={id} class={isBare ? 'visually-hidden' : ''}>
        {label}
      </label>
      {isLines ? (
        <textarea
          {...shared}
          rows={Math.min(8, Math.max(2, values.length + 1))}
          onInput={(event) => take(event.currentTarget.value)}
        />
      ) : (
        <input {...shared} onInput={(event) => take(event.currentTarget.value)} />
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
