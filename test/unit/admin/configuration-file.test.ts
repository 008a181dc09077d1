import { describe, expect, test } from 'vitest';
import { ordinaryPolicy } from '../../../shared/recording/recording-policy.ts';
import { plainBranding } from '../../../shared/protocol/branding.ts';
import type { KnownHost } from '../../../shared/protocol/hosts.ts';
import { defaultFilePolicy } from '../../../shared/protocol/file-policy.ts';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { usualRetention } from '../../../shared/protocol/retention.ts';
import { parts } from '../../../server/pages/admin/configuration.ts';
import { createSaver } from '../../../server/pages/admin/create-saver.ts';
import { changedKeys, changesBetween } from '../../../shared/queue/changes-between.ts';
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
  hosts: [{ hostId: 'petr', skills: ['bills'], capacity: null, consoles: null }],
};
const whole = {
  inbound,
  policy: defaultPrivacyPolicy,
  branding: { ...plainBranding, name: 'Acme' },
  recording: {
    ...ordinaryPolicy,
    hosts: [{ hostId: 'petr', rule: { mode: 'automatic' as const, customerMayRefuse: false } }],
  },
  files: { ...defaultFilePolicy, onlyEndings: ['pdf'] },
  retention: { ...usualRetention, pictures: 7 },
  goal: { withinMs: 30_000 },
  playback: { hosts: 'queue' as const },
};
const here = [known('anna', 'anna@example.org'), known('petr', 'petr@example.org')];

describe('a configuration file', () => {
  test('is read as it was written', () => {
    expect(readConfiguration(writeConfiguration(whole, here), here)).toEqual({ read: whole, leftOut: [] });
  });

  test.each(parts)('may have one part only: %s', (part) => {
    const one = { [part]: whole[part] };
    expect(readConfiguration(writeConfiguration(one, here), here)?.read).toEqual(one);
  });

  test('of the first version is read: it had queues and hosts only', () => {
    const file = JSON.stringify({ format: 'beside-configuration', version: 1, hosts: [], inbound: inboundOf() });
    expect(readConfiguration(file, here)?.read).toEqual({ inbound: inboundOf() });
  });

  test('finds hosts by their e-mail where they have other ids, and leaves out who is not there', () => {
    const elsewhere = [known('a1', 'anna@example.org'), known('petr', 'somebody@example.org')];
    const read = readConfiguration(writeConfiguration({ inbound, recording: whole.recording }, here), elsewhere);
    expect(read?.read.recording?.hosts).toEqual([]);
    expect(read?.leftOut).toEqual(['petr@example.org']);
    expect(read?.read.inbound?.hosts).toEqual([]);
    expect(read?.read.inbound?.queues[0]).toMatchObject({
      members: [{ hostId: 'a1', priority: 1 }],
      rules: [makeRule(when, { to: 'queue', queueId: 'sales' })],
    });
  });

  test.each(['', '{}', '[]', JSON.stringify(inbound), '{"format":"beside-configuration","version":2,"hosts":[]}'])(
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

test('what an import would change of the rest is told, too', () => {
  expect(changedKeys(whole.branding, whole.branding)).toEqual([]);
  expect(changedKeys(plainBranding, { ...plainBranding, name: 'Acme', endText: 'Bye' })).toEqual(['name', 'endText']);
});

test('only parts that are changed are saved, and those that were saved are not saved again', async () => {
  const put: string[] = [];
  let isBrandingTaken = false;
  const { save, isStored } = createSaver(whole, async (part, value) => {
    put.push(part);
    return part === 'branding' && !isBrandingTaken ? { ok: false, why: 'failed' } : { ok: true, value };
  });
  const next = { ...whole, inbound: inboundOf(), branding: plainBranding };
  expect(await save(next)).toEqual({ ok: false, why: 'failed' });
  isBrandingTaken = true;
  expect(await save(next)).toEqual({ ok: true, value: next });
  expect(await save(next)).toEqual({ ok: true, value: next });
  expect(put).toEqual(['inbound', 'branding', 'branding']);
  // Set on a page of its own: what a file says of it is saved when it is another.
  const later = { withinMs: 45_000 };
  isStored({ goal: later });
  expect(await save({ ...next, goal: later })).toMatchObject({ ok: true });
  expect(await save(next)).toMatchObject({ ok: true });
  expect(put).toEqual(['inbound', 'branding', 'branding', 'goal']);
});

test('what leads to a queue follows it to its new name', () => {
  const { queues } = renameQueue(renameQueue(inbound, 'sales', 'shop'), 'help', 'first');
  expect(queues.map(({ id }) => id)).toEqual(['first', 'shop']);
  expect(queues[0]?.rules[1]?.then).toEqual({ to: 'queue', queueId: 'shop' });
  expect(queues[1]?.escalation?.queueId).toBe('first');
});
