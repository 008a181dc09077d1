import type { AnswerFault, FormField } from '../../../shared/queue/form.ts';
import { answerChars } from '../../../shared/queue/form.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';

interface Props {
  id: string;
  field: FormField;
  value: string;
  fault: AnswerFault | undefined;
  onInput: (value: string) => void;
}

const inputs = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  email: { type: 'email', autocomplete: 'email' },
} as const;

/** One field of the entry form, with what is wrong about its answer. */
export function AnswerField({ id, field, value, fault, onInput }: Props) {
  const { kind, label, required, choices = [] } = field;
  const common = {
    id,
    name: field.id,
    value,
    required,
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault ? `${id}-fault` : undefined,
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {!required && <span class="hint"> {t('help.optional')}</span>}
      </label>
      {kind === 'long-text' && (
        <textarea
          {...common}
          maxLength={answerChars[kind]}
          rows={4}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {kind === 'choice' && (
        <select {...common} onChange={(event) => onInput(event.currentTarget.value)}>
          <option value="">{t('help.chooseOne')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      )}
      {kind !== 'long-text' && kind !== 'choice' && (
        <input
          {...common}
          {...inputs[kind]}
          maxLength={answerChars[kind]}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {fault && (
        <p id={`${id}-fault`} class="problem" role="alert">
          {t(`help.fault.${fault}`)}
        </p>
      )}
    </div>
  );
}
