import { describe, expect, test } from 'vitest';
import type { KnownHost } from '../../../shared/protocol/hosts.ts';
import { changesBetween } from '../../../shared/queue/changes-between.ts';
import { readConfiguration, writeConfiguration } from '../../../server/pages/admin/site/configuration-file.ts';
import { makeRule } from '../../../server/pages/admin/rules/make-rule.ts';
import { renameQueue } from '../../../server/pages/admin/queues/rename-queue.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';

const known = (hostId: string, email: string): KnownHost => ({
  hostId,
  email,
  name: hostId,
  isAdmin: false,
  isActive: true,
});
const when = { field: 'topic', is: 'equals', value: 'Bill' } as const;
const inbound = {
  ...inboundOf(
    queueOf('help', {
      members: ['anna', 'petr'].map((hostId) => ({ hostId, priority: 1 })),
      rules: [makeRule(when, { to: 'host', hostId: 'petr' }), makeRule(when, { to: 'queue', queueId: 'sales' })],
    }),
    queueOf('sales', { name: 'Sales', escalation: { afterMs: 60_000, queueId: 'help' } }),
  ),
  hosts: [{ hostId: 'petr', skills: ['bills'], capacity: null }],
};
const here = [known('anna', 'anna@example.org'), known('petr', 'petr@example.org')];

describe('a configuration file', () => {
  test('is read as it was written', () => {
    expect(readConfiguration(writeConfiguration(inbound, here), here)).toEqual({ inbound, leftOut: [] });
  });

  test('finds hosts by their e-mail where they have other ids, and leaves out who is not there', () => {
    const elsewhere = [known('a1', 'anna@example.org'), known('petr', 'somebody@example.org')];
    const read = readConfiguration(writeConfiguration(inbound, here), elsewhere);
    expect(read?.leftOut).toEqual(['petr@example.org']);
    expect(read?.inbound.hosts).toEqual([]);
    expect(read?.inbound.queues[0]).toMatchObject({
      members: [{ hostId: 'a1', priority: 1 }],
      rules: [makeRule(when, { to: 'queue', queueId: 'sales' })],
    });
  });

  test.each(['', '{}', '[]', JSON.stringify(inbound), '{"format":"beside-configuration","version":2}'])(
    'that is none is not read (%#)',
    (text) => {
      expect(readConfiguration(text, here)).toBeNull();
    },
  );
});

test('what an import would change is told by name', () => {
  const next = { ...inboundOf(queueOf('help', { name: 'Help!' }), queueOf('bills', { name: 'Bills' })), capacity: 5 };
  expect(changesBetween(inbound, next)).toEqual({
    added: ['Bills'],
    changed: ['Help!'],
    removed: ['Sales'],
    isSiteChanged: true,
    areHostsChanged: true,
  });
  expect(changesBetween(inbound, inbound)).toMatchObject({ added: [], changed: [], removed: [], isSiteChanged: false });
});

test('what leads to a queue follows it to its new name', () => {
  const { queues } = renameQueue(renameQueue(inbound, 'sales', 'shop'), 'help', 'first');
  expect(queues.map(({ id }) => id)).toEqual(['first', 'shop']);
  expect(queues[0]?.rules[1]?.then).toEqual({ to: 'queue', queueId: 'shop' });
  expect(queues[1]?.escalation?.queueId).toBe('first');
});
