import { type FormField, fieldKinds } from '../../../../shared/queue/form.ts';
import type { DraftFault } from '../draft-faults.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { ListField } from '../fields/list-field.tsx';
import { OrderButtons } from '../fields/order-buttons.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';
import { withKind } from './new-field.ts';

interface Props {
  field: FormField;
  at: number;
  count: number;
  faults: readonly DraftFault[];
  /** Rules ask for it. */
  isUsed: boolean;
  onChange: (field: FormField) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One question of the form. */
export function FieldEditor({ field, at, count, faults, isUsed, onChange, onMove, onRemove }: Props) {
  const isWrong = faults.some((fault) => fault.where === 'form' && fault.at === at);
  return (
    <section class="card item-card">
      <header class="item-head">
        <h2>{field.label || field.id}</h2>
        {isUsed && <span class="tag">{t('form.isUsed')}</span>}
        <OrderButtons name={field.label} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </header>
      <TextField
        label={t('form.label')}
        name="field-label"
        maxLength={80}
        value={field.label}
        isWrong={isWrong && field.label.trim() === ''}
        onInput={(label) => onChange({ ...field, label })}
      />
      <div class="pair">
        <SelectField
          label={t('form.kind')}
          value={field.kind}
          options={fieldKinds.map((kind) => [kind, t(`form.kind.${kind}`)] as const)}
          onChange={(kind) => onChange(withKind(field, kind))}
        />
        <TextField
          label={t('form.id')}
          maxLength={32}
          value={field.id}
          isWrong={isWrong && field.label.trim() !== ''}
          onInput={(id) => onChange({ ...field, id })}
        />
      </div>
      {field.kind === 'choice' && (
        <ListField
          label={t('form.choices')}
          name="choices"
          isLines
          hint={t('form.choicesHint')}
          values={field.choices ?? []}
          onChange={(choices) => onChange({ ...field, choices })}
        />
      )}
      <Tick
        label={t('form.required')}
        isOn={field.required}
        onChange={(required) => onChange({ ...field, required })}
      />
      <FaultText
        faults={faults.map((fault) => (fault.what === 'malformed' ? { ...fault, what: malformedAs(field) } : fault))}
        where="form"
        at={at}
      />
    </section>
  );
}

/** Of a malformed field the likely reason. */
const malformedAs = ({ kind, choices }: FormField): DraftFault['what'] =>
  kind === 'choice' && choices?.length === 0 ? 'no-choices' : 'malformed';
