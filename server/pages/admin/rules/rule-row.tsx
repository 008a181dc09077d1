import { comparisons, type Rule } from '../../../../shared/queue/rules.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { OrderButtons } from '../fields/order-buttons.tsx';
import { SelectField } from '../fields/select-field.tsx';
import type { QueuePart } from '../queues/queue-part.ts';
import { t } from '../say.ts';
import { makeRule, withField } from './make-rule.ts';
import { RuleTarget } from './rule-target.tsx';

interface Props extends QueuePart {
  rule: Rule;
  at: number;
  onChange: (rule: Rule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One rule as a sentence: if an answer is so, then there. `faults`: of this rule. */
export function RuleRow(props: Props) {
  const { queue, rule, at, faults, onChange, onMove, onRemove } = props;
  const { when } = rule;
  const field = queue.form.find(({ id }) => id === when.field);
  const put = (part: Partial<Rule['when']>) => onChange(makeRule({ ...when, ...part }, rule.then));
  const isEmpty = when.value.trim() === '';
  return (
    <li class="rule">
      <div class="rule-line">
        <strong>{t('rules.if')}</strong>
        <SelectField
          isBare
          label={t('rules.field')}
          name="rule-field"
          value={when.field}
          options={queue.form.map(({ id, label }) => [id, label] as const)}
          onChange={(id) => {
            const next = queue.form.find((one) => one.id === id);
            if (next) onChange(withField(rule, next));
          }}
        />
        <SelectField
          isBare
          label={t('rules.comparison')}
          name="rule-is"
          value={when.is}
          options={comparisons.map((is) => [is, t(`rules.is.${is}`)] as const)}
          onChange={(is) => put({ is })}
        />
        {field?.kind === 'choice' && when.is === 'equals' ? (
          <SelectField
            isBare
            label={t('rules.value')}
            name="rule-value"
            value={when.value}
            options={(field.choices ?? []).map((choice) => [choice, choice] as const)}
            onChange={(value) => put({ value })}
          />
        ) : (
          <input
            aria-label={t('rules.value')}
            aria-invalid={isEmpty}
            name="rule-value"
            maxLength={200}
            value={when.value}
            onInput={(event) => put({ value: event.currentTarget.value })}
          />
        )}
      </div>
      <div class="rule-line">
        <strong>{t('rules.then')}</strong>
        <RuleTarget {...props} target={rule.then} onTarget={(target) => onChange(makeRule(when, target))} />
        <OrderButtons
          name={t('rules.named', { count: at + 1 })}
          at={at}
          count={queue.rules.length}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <FaultText faults={faults} where="rules" />
    </li>
  );
}
