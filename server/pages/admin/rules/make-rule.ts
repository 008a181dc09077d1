import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { FormField } from '../../../../shared/queue/form.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import type { Rule } from '../../../../shared/queue/rules.ts';

// oxlint-disable-next-line unicorn/no-thenable -- An object, never a function.
export const makeRule = (when: Rule['when'], then: Rule['then']): Rule => ({ when, then });

/** A rule that asks for this field. */
export function newRule(field: FormField, queue: Queue, inbound: Inbound): Rule {
  const when: Rule['when'] = { field: field.id, is: firstComparison(field), value: field.choices?.[0] ?? '' };
  const other = inbound.queues.find(({ id }) => id !== queue.id);
  return makeRule(when, other ? { to: 'queue', queueId: other.id } : { to: 'skill', skill: '' });
}

const firstComparison = ({ kind }: FormField): Rule['when']['is'] =>
  kind === 'text' || kind === 'long-text' ? 'contains' : kind === 'number' ? 'greater' : 'equals';

/** The same rule for another field: what cannot be an answer there is emptied. */
export function withField({ when, then }: Rule, field: FormField): Rule {
  const isChoice = field.kind === 'choice' && !field.choices?.includes(when.value);
  return makeRule(
    { field: field.id, is: firstComparison(field), value: isChoice ? (field.choices?.[0] ?? '') : when.value },
    then,
  );
}
