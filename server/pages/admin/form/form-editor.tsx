import { useSignal } from '@preact/signals';
import { type Answers, type FormField, fieldKinds } from '../../../../shared/queue/form.ts';
import { moved, replaced, without } from '../fields/in-list.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { Tick } from '../fields/tick.tsx';
import type { QueuePart } from '../queues/queue-part.ts';
import { t } from '../say.ts';
import { AnswersForm } from './answers-form.tsx';
import { FieldEditor } from './field-editor.tsx';
import { newField } from './new-field.ts';

const mostFields = 30;

/** What is asked before somebody waits, beside the form as customers see it. */
export function FormEditor({ queue, faults, change }: QueuePart) {
  const { form, rules } = queue;
  const answers = useSignal<Answers>({});
  const set = (next: FormField[]) => change({ form: next });
  const put = (at: number, field: FormField) => {
    const from = form[at]?.id;
    // Rules go on asking the same question.
    const renamed = rules.map((rule) =>
      rule.when.field === from ? { ...rule, when: { ...rule.when, field: field.id } } : rule,
    );
    const isAlone = form.filter(({ id }) => id === from).length === 1;
    change({ form: replaced(form, at, field), ...(from !== field.id && isAlone && { rules: renamed }) });
  };
  return (
    <div class="columns">
      <div class="stack">
        <SectionCard title={t('form.title')} hint={t('form.text')}>
          <Tick
            label={t('form.isNameAsked')}
            hint={t('form.isNameAskedHint')}
            isOn={queue.isNameAsked}
            onChange={(isNameAsked) => change({ isNameAsked })}
          />
        </SectionCard>
        {form.map((field, at) => (
          <FieldEditor
            key={at}
            field={field}
            at={at}
            count={form.length}
            faults={faults}
            isUsed={rules.some(({ when }) => when.field === field.id)}
            onChange={(next) => put(at, next)}
            onMove={(by) => set(moved(form, at, by))}
            onRemove={() => set(without(form, at))}
          />
        ))}
        {form.length < mostFields && (
          <div class="row">
            <span class="hint">{t('form.add')}</span>
            {fieldKinds.map((kind) => (
              <button key={kind} type="button" onClick={() => set([...form, newField(form, kind)])}>
                + {t(`form.kind.${kind}`)}
              </button>
            ))}
          </div>
        )}
      </div>
      <SectionCard title={t('form.preview')} hint={t('form.previewText')}>
        <div class="preview">
          <AnswersForm
            form={form}
            isNameAsked={queue.isNameAsked}
            answers={answers.value}
            onChange={(next) => (answers.value = next)}
          />
        </div>
      </SectionCard>
    </div>
  );
}
