import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isIdOf, newQueue, toId } from '../../../server/pages/admin/queues/new-queue.ts';
import { inboundSchema } from '../../../shared/queue/inbound.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';

test('a new queue can be saved as it is, also beside one of the same name', () => {
  const inbound = inboundOf(queueOf('help'));
  const queue = newQueue(inbound, 'Help', 'en');
  expect(queue.id).toBe('help-2');
  expect(v.is(inboundSchema, { ...inbound, queues: [...inbound.queues, queue] })).toBe(true);
});

test.each([
  ['Účty & platby', 'ucty-platby'],
  ['  ', 'queue'],
  ['日本', 'queue'],
  ['x'.repeat(60), 'x'.repeat(37)],
])('the name %j is %s in links', (name, id) => {
  expect(toId(name)).toBe(id);
});

test('an id that was made of the name is known as such', () => {
  expect([isIdOf('help', 'Help'), isIdOf('help-2', 'Help'), isIdOf('helpdesk', 'Help'), isIdOf('sos', 'Help')]).toEqual(
    [true, true, false, false],
  );
});
