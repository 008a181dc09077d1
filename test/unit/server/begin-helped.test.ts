import { expect, test } from 'vitest';
import { beginHelped } from '../../../server/commands/begin-helped.ts';
import { relayLimits } from '../../../server/limits/relay-limits.ts';
import { defaultFilePolicy } from '../../../shared/protocol/file-policy.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { beginnings, type Queue } from '../../../shared/queue/queue.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { ordinaryRule } from '../../../shared/session/recording-rule.ts';
import { everyKind, levels, type ShareKind } from '../../../shared/session/share.ts';
import { noSession } from '../../../shared/session/state.ts';

const host = { participantId: newId(), name: 'Anna', userId: 'anna', tokenHash: 'a' };
const customer = { participantId: newId(), name: 'Jan', tokenHash: 'j' };

/** What is in the session beside the two people when a queue begins like that. */
function begun(begin: Partial<Queue['begin']>, switchedOn: readonly ShareKind[] = everyKind): Fact[] {
  const [appended] = beginHelped(
    { state: noSession, now: 1, limits: relayLimits },
    {
      sessionId: newId(),
      site: 'Acme',
      files: defaultFilePolicy,
      host,
      customer,
      cameFrom: { queue: 'Shop', answers: [], page: null, language: 'en', waitedMs: 0, openUrl: null },
      begin: { surface: 'none', level: 'view', isCalled: false, url: null, ...begin },
      switchedOn: [...switchedOn],
      recording: ordinaryRule,
      ids: { request: newId(), call: newId() },
    },
  );
  if (appended?.type !== 'append') throw new Error('Nothing begins.');
  const [started, admitted, ...rest] = appended.facts;
  expect([started?.type, admitted?.type]).toEqual(['session.started', 'participant.admitted']);
  expect(started).toMatchObject({ switchedOn });
  return rest;
}

const kinds = beginnings.flatMap((surface) => levels.map((level) => [surface, level] as const));

test.each(kinds)(
  'a queue that begins with %s at the level %s asks the customer for that, and for nothing else',
  (surface, level) => {
    const facts = begun({ surface, level });
    if (surface === 'none') return expect(facts).toEqual([]);
    const ref = { owner: customer.participantId, viewer: host.participantId, surface, level };
    return expect(facts).toMatchObject([{ type: 'share.requested', direction: 'request', ref }]);
  },
);

test.each(kinds)('what a queue does not allow is not asked for: %s, %s', (surface, level) => {
  const others = everyKind.filter(
    (kind) => kind.surface !== surface || kind.level !== level || kind.direction !== 'request',
  );
  expect(begun({ surface, level }, others)).toEqual([]);
});

test('a queue that begins with a call has the host call, beside what is asked for', () => {
  expect(begun({ isCalled: true })).toMatchObject([
    { type: 'call.started', participantId: host.participantId, medium: 'voice' },
  ]);
  expect(begun({ surface: 'page', isCalled: true }).map(({ type }) => type)).toEqual([
    'share.requested',
    'call.started',
  ]);
});
