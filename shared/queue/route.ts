import type { Answers } from './form.ts';
import type { Inbound } from './inbound.ts';
import type { HostId, QueueId } from './names.ts';
import { plain } from '../protocol/plain-text.ts';
import { planOf } from './plan.ts';
import type { Queue } from './queue.ts';
import { readNumber } from './read-number.ts';
import type { Rule } from './rules.ts';

export interface Route {
  queueId: QueueId;
  hostId: HostId | null;
  /** Beside those of the queue. */
  skills: string[];
  /** The queues that were gone through, with the place of the rule that held; null: none did. */
  steps: { queueId: QueueId; rule: number | null }[];
}

/**
 * Where a request goes by the rules: the first of a queue that holds counts. What leads to another queue goes through
 * that queue's rules too; a rule that leads back to where it came from ends the way. Rules into queues that are not
 * there or switched off do not hold.
 */
export function route(inbound: Inbound, queueId: QueueId, answers: Answers): Route {
  const { queues } = planOf(inbound);
  const way: Route = { queueId, hostId: null, skills: [], steps: [] };
  for (;;) {
    const queue = queues.get(way.queueId)?.queue;
    const rules = queue?.rules ?? [];
    const at = rules.findIndex(
      (rule) =>
        (rule.then.to !== 'queue' || queues.get(rule.then.queueId)?.queue.isOn) && queue && holds(rule, queue, answers),
    );
    way.steps.push({ queueId: way.queueId, rule: at < 0 ? null : at });
    const then = rules[at]?.then;
    if (then?.to === 'host') return { ...way, hostId: then.hostId };
    if (then?.to === 'skill') return { ...way, skills: [then.skill] };
    if (!then || way.steps.some((step) => step.queueId === then.queueId)) return way;
    way.queueId = then.queueId;
  }
}

function holds({ when }: Rule, { form }: Queue, answers: Answers): boolean {
  const answer = Object.hasOwn(answers, when.field) ? plain(answers[when.field] ?? '') : '';
  if (answer === '') return false;
  const [given, wanted] = [readNumber(answer), readNumber(when.value)];
  const areNumbers = given !== null && wanted !== null;
  switch (when.is) {
    case 'contains':
      return answer.includes(plain(when.value));
    case 'equals': {
      const isNumber = form.some(({ id, kind }) => id === when.field && kind === 'number');
      return isNumber && areNumbers ? given === wanted : answer === plain(when.value);
    }
    case 'less':
      return areNumbers && given < wanted;
    case 'greater':
      return areNumbers && given > wanted;
  }
}
