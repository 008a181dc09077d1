import type { Rule } from '../../../../shared/queue/rules.ts';
import { moved, replaced, without } from '../fields/in-list.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { queueHref } from '../place.ts';
import type { QueuePart } from '../queues/queue-part.ts';
import { t } from '../say.ts';
import { DryRun } from './dry-run.tsx';
import { newRule } from './make-rule.ts';
import { RuleRow } from './rule-row.tsx';

const mostRules = 100;

/** Who goes where by the form's answers, with a form to try it. */
export function RulesEditor(part: QueuePart) {
  const { queue, inbound, faults, change } = part;
  const { rules, form } = queue;
  const set = (next: Rule[]) => change({ rules: next });
  const [first] = form;
  return (
    <div class="columns rules-columns">
      <SectionCard title={t('rules.title')} hint={t('rules.text')}>
        <ol class="rule-list">
          {rules.map((rule, at) => (
            <RuleRow
              key={at}
              {...part}
              rule={rule}
              at={at}
              faults={faults.filter((fault) => fault.where === 'rules' && fault.at === at)}
              onChange={(next) => set(replaced(rules, at, next))}
              onMove={(by) => set(moved(rules, at, by))}
              onRemove={() => set(without(rules, at))}
            />
          ))}
        </ol>
        <p class="rule-else">
          <strong>{rules.length > 0 ? t('rules.else') : t('rules.always')}</strong>{' '}
          {t('rules.stays', { name: queue.name })}
        </p>
        {first ? (
          rules.length < mostRules && (
            <div class="row">
              <button type="button" onClick={() => set([...rules, newRule(first, queue, inbound)])}>
                {t('privacy.addRule')}
              </button>
            </div>
          )
        ) : (
          <p class="notice">
            {t('rules.noForm')} <a href={queueHref(queue.id, 'form')}>{t('rules.toForm')}</a>
          </p>
        )}
      </SectionCard>
      <DryRun {...part} />
    </div>
  );
}
