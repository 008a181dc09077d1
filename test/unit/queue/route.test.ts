import { describe, expect, test } from 'vitest';
import { route } from '../../../shared/queue/route.ts';
import type { Rule } from '../../../shared/queue/rules.ts';
import { aQueue, anInbound, aRule } from './desk-world.ts';

const rule = (is: Rule['when']['is'], value: string, then: Rule['then'], field = 'topic'): Rule =>
  aRule({ field, is, value }, then);
const toQueue = (queueId: string) => ({ to: 'queue', queueId }) as const;
const toHost = { to: 'host', hostId: 'anna' } as const;
const toSkill = { to: 'skill', skill: 'sql' } as const;
const form = [
  { id: 'topic', kind: 'text', label: 'Topic', required: false },
  { id: 'amount', kind: 'number', label: 'Amount', required: false },
] as const;
const site = (sales: Rule[], support: Rule[] = []) =>
  anInbound([
    aQueue({ id: 'sales', form: [...form], rules: sales }),
    aQueue({ id: 'support', form: [...form], rules: support }),
    aQueue({ id: 'off', isOn: false }),
  ]);

describe('the rules of a queue', () => {
  test.each<[fact: string, Rule, answers: Record<string, string>, holds: boolean]>([
    ['contains is anywhere in the answer', rule('contains', 'účet', toHost), { topic: 'Můj Účet nejde' }, true],
    ['marks above letters do not count', rule('contains', 'ucet', toHost), { topic: 'můj účet' }, true],
    ['equals is the whole answer', rule('equals', 'účet', toHost), { topic: 'můj účet' }, false],
    ['capitals do not count', rule('equals', 'VIP', toHost), { topic: ' vip ' }, true],
    ['numbers are compared as numbers', rule('less', '10', toHost, 'amount'), { amount: '9,5' }, true],
    ['and not as text', rule('greater', '10', toHost, 'amount'), { amount: '9' }, false],
    ['equal numbers may be written otherwise', rule('equals', '1234.0', toHost, 'amount'), { amount: '1 234' }, true],
    ['a word is neither less nor greater', rule('less', '10', toHost), { topic: 'few' }, false],
    ['no answer fits no rule', rule('contains', 'x', toHost), {}, false],
    ['nor does what every object has', rule('contains', 'function', toHost, 'constructor'), {}, false],
  ])('%s', (_fact, one, answers, holds) => {
    expect(route(site([one]), 'sales', answers).hostId).toBe(holds ? 'anna' : null);
  });

  test('the first that holds counts', () => {
    const rules = [
      rule('equals', 'b', toHost),
      rule('equals', 'a', toSkill),
      rule('contains', 'a', toQueue('support')),
    ];
    expect(route(site(rules), 'sales', { topic: 'a' })).toEqual({
      queueId: 'sales',
      hostId: null,
      skills: ['sql'],
      steps: [{ queueId: 'sales', rule: 1 }],
    });
  });

  test('without a rule that holds the queue is the answer', () => {
    expect(route(site([rule('equals', 'b', toHost)]), 'sales', { topic: 'a' }).steps).toEqual([
      { queueId: 'sales', rule: null },
    ]);
  });

  test('the rules of the next queue are gone through too', () => {
    const inbound = site([rule('contains', 'a', toQueue('support'))], [rule('contains', 'a', toHost)]);
    expect(route(inbound, 'sales', { topic: 'a' })).toMatchObject({
      queueId: 'support',
      hostId: 'anna',
      steps: [
        { queueId: 'sales', rule: 0 },
        { queueId: 'support', rule: 0 },
      ],
    });
  });

  test('rules in a circle end', () => {
    const inbound = site([rule('contains', 'a', toQueue('support'))], [rule('contains', 'a', toQueue('sales'))]);
    expect(route(inbound, 'sales', { topic: 'a' })).toMatchObject({ queueId: 'support' });
  });

  test('a rule into a queue that is switched off or gone does not hold', () => {
    const rules = [
      rule('contains', 'a', toQueue('off')),
      rule('contains', 'a', toQueue('gone')),
      rule('contains', 'a', toHost),
    ];
    expect(route(site(rules), 'sales', { topic: 'a' })).toMatchObject({ queueId: 'sales', hostId: 'anna' });
  });
});
