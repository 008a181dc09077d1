import { useId } from 'preact/hooks';
import type { Answers, FormField } from '../../../../shared/queue/form.ts';
import { AnswerField } from '../../help/answer-field.tsx';
import { t } from '../say.ts';

interface Props {
  form: readonly FormField[];
  isNameAsked: boolean;
  answers: Answers;
  onChange: (answers: Answers) => void;
}

/** The queue's form to try, of the parts that customers see: nothing of it is sent. */
export function AnswersForm({ form, isNameAsked, answers, onChange }: Props) {
  const id = useId();
  if (form.length === 0 && !isNameAsked) return <p class="hint">{t('form.empty')}</p>;
  return (
    <div class="stack">
      {isNameAsked && (
        <div class="field">
          <label for={`${id}-name`}>{t('join.name')}</label>
          <input id={`${id}-name`} autocomplete="off" />
        </div>
      )}
      {form.map((field, at) => (
        <AnswerField
          key={`${field.id}/${field.kind}`}
          id={`${id}-${at}`}
          field={field}
          value={answers[field.id] ?? ''}
          fault={undefined}
          onInput={(value) => onChange({ ...answers, [field.id]: value })}
        />
      ))}
    </div>
  );
}
