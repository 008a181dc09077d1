import { ordinaryRule, type RecordingRule } from '../../../../shared/session/recording-rule.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { t } from '../say.ts';
import { RuleField } from './rule-field.tsx';

interface Exception {
  id: string;
  rule: RecordingRule;
}

interface Props {
  of: 'queues' | 'hosts';
  /** All that there are, by name. */
  known: readonly { id: string; name: string }[];
  exceptions: readonly Exception[];
  onChange: (exceptions: Exception[]) => void;
}

/** Queues, or hosts, for which something else holds than for the site. */
export function Exceptions({ of, known, exceptions, onChange }: Props) {
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? id;
  const left = known.filter(({ id }) => !exceptions.some((one) => one.id === id));
  const put = (id: string, rule: RecordingRule) =>
    onChange(exceptions.map((one) => (one.id === id ? { id, rule } : one)));
  return (
    <SectionCard title={t(`recordings.${of}`)} hint={t(`recordings.${of}Hint`)}>
      {exceptions.length === 0 && <p class="hint">{t(`recordings.${of}None`)}</p>}
      {exceptions.map(({ id, rule }) => (
        <div key={id} class="stack" role="group" aria-label={nameOf(id)}>
          <RuleField label={nameOf(id)} name={`${of}-${id}`} rule={rule} onChange={(next) => put(id, next)} />
          <div class="row">
            <button
              type="button"
              class="quiet"
              aria-label={t('recordings.removeOf', { name: nameOf(id) })}
              onClick={() => onChange(exceptions.filter((one) => one.id !== id))}
            >
              {t('recordings.remove')}
            </button>
          </div>
        </div>
      ))}
      {left.length > 0 && (
        <SelectField
          label={t(`recordings.${of}Add`)}
          name={`add-${of}`}
          value=""
          options={[['', '–'] as const, ...left.map(({ id, name }) => [id, name] as const)]}
          onChange={(id) => id !== '' && onChange([...exceptions, { id, rule: ordinaryRule }])}
        />
      )}
    </SectionCard>
  );
}
