import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { inboundFaults } from '../../../shared/queue/faults.ts';
import type { FormField } from '../../../shared/queue/form.ts';
import { inboundSchema } from '../../../shared/queue/inbound.ts';
import type { Queue } from '../../../shared/queue/queue.ts';
import type { Rule } from '../../../shared/queue/rules.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';

const hostIds = new Set(['anna', 'petr']);
const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const topic: FormField = { id: 'topic', kind: 'choice', label: 'Topic', required: true, choices: ['Order', 'Bill'] };
const age: FormField = { id: 'age', kind: 'number', label: 'Age', required: false };
const rule = (when: Partial<Rule['when']>, then: Rule['then'] = { to: 'queue', queueId: 'sales' }): Rule => ({
  when: { field: 'topic', is: 'equals', value: 'Order', ...when },
  // oxlint-disable-next-line unicorn/no-thenable -- An object, never a function.
  then,
});
const faultsOf = (part: Partial<Queue>) =>
  inboundFaults(inboundOf(queueOf('help', part), queueOf('sales')), hostIds).map(
    ({ queueId, where, at, what }) => `${queueId}/${where}/${at}: ${what}`,
  );

describe('a configuration', () => {
  test('that fits together has no faults', () => {
    const whole = {
      members: [{ hostId: 'anna', priority: 0 }],
      escalation: { afterMs: 60_000, queueId: 'sales' },
      hours: { timeZone: 'Europe/Prague', week: closed, holidays: [] },
      form: [topic, age],
      rules: [
        rule({}),
        rule({ value: ' bill' }, { to: 'host', hostId: 'petr' }),
        rule({ field: 'age', is: 'less', value: '18' }, { to: 'skill', skill: 'children' }),
      ],
    };
    expect(faultsOf(whole)).toEqual([]);
    expect(v.is(inboundSchema, inboundOf(queueOf('help', whole)))).toBe(true);
  });

  test.each<[Partial<Queue>, string]>([
    [{ members: [{ hostId: 'eva', priority: 0 }] }, 'help/members/0: host-unknown'],
    [{ members: ['anna', 'anna'].map((hostId) => ({ hostId, priority: 1 })) }, 'help/members/1: twice'],
    [{ escalation: { afterMs: 60_000, queueId: 'bills' } }, 'help/escalation/0: queue-unknown'],
    [{ escalation: { afterMs: 60_000, queueId: 'help' } }, 'help/escalation/0: to-itself'],
    [
      {
        hours: {
          timeZone: 'UTC',
          week: closed,
          holidays: ['2027-01-01', '2027-01-01'].map((date) => ({ date, spans: [] })),
        },
      },
      'help/hours/1: twice',
    ],
    [{ form: [{ ...age, kind: 'choice' }] }, 'help/form/0: no-choices'],
    [{ form: [age, age] }, 'help/form/1: twice'],
    [{ form: [{ ...age, id: 'name' }] }, 'help/form/0: reserved'],
    [{ rules: [rule({})] }, 'help/rules/0: field-unknown'],
    [{ form: [topic], rules: [rule({ value: 'Return' })] }, 'help/rules/0: choice-unknown'],
    [{ form: [age], rules: [rule({ field: 'age', is: 'less', value: 'ten' })] }, 'help/rules/0: not-a-number'],
    [{ form: [age], rules: [rule({ field: 'age', value: '1'.repeat(21) })] }, 'help/rules/0: too-long'],
    [{ form: [topic], rules: [rule({}, { to: 'queue', queueId: 'bills' })] }, 'help/rules/0: queue-unknown'],
    [{ form: [topic], rules: [rule({}, { to: 'queue', queueId: 'help' })] }, 'help/rules/0: to-itself'],
    [{ form: [topic], rules: [rule({}, { to: 'host', hostId: 'eva' })] }, 'help/rules/0: host-unknown'],
  ])('%# names what does not fit, and where', (part, fault) => {
    expect(faultsOf(part)).toEqual([fault]);
  });
});
