import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { toLines } from './policy-draft.ts';

interface Props {
  label: string;
  help: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}

/** A list, one entry a line. What is typed is its own until it is made anew: empty lines are part of typing. */
export function LineList({ label, help, lines, onChange }: Props) {
  const id = useId();
  const text = useSignal(lines.join('\n'));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(8, Math.max(2, lines.length + 1))}
        spellcheck={false}
        aria-describedby={`${id}-help`}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          onChange(toLines(text.value));
        }}
      />
      <p id={`${id}-help`} class="hint">
        {help}
      </p>
    </div>
  );
}
