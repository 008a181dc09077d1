import type { FormField } from '../../../../shared/queue/form.ts';
import { t } from '../say.ts';

const ids: Record<FormField['kind'], string> = {
  text: 'question',
  'long-text': 'details',
  number: 'number',
  email: 'email',
  choice: 'topic',
};

/** A question of that kind, complete enough to be saved as it is. */
export function newField(form: readonly FormField[], kind: FormField['kind']): FormField {
  const taken = new Set(form.map(({ id }) => id));
  const free = (count: number): string => {
    const id = count === 1 ? ids[kind] : `${ids[kind]}-${count}`;
    return taken.has(id) ? free(count + 1) : id;
  };
  const field: FormField = { id: free(1), kind, label: t(`form.new.${kind}`), required: false };
  return kind === 'choice'
    ? { ...field, choices: [t('form.newChoice', { count: 1 }), t('form.newChoice', { count: 2 })] }
    : field;
}

/** The field as another kind: choices are kept for choices only. */
export function withKind({ id, label, required, choices }: FormField, kind: FormField['kind']): FormField {
  const field = { id, kind, label, required };
  return kind === 'choice' ? { ...field, choices: choices ?? [t('form.newChoice', { count: 1 })] } : field;
}
