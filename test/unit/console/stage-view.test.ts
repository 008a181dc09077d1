import { expect, test } from 'vitest';
import { stageView } from '../../../extension/console/stage-view.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { reduce } from '../../../shared/session/reduce.ts';
import { noSession, type SessionState } from '../../../shared/session/state.ts';

const host = newId();
const customer = newId();
const requestId = newId();
const grantId = newId();
const ref = { owner: customer, viewer: host, surface: 'page', level: 'view' } as const;

const started: Fact = {
  type: 'session.started',
  sessionId: newId(),
  site: 'Shop',
  host: { participantId: host, name: 'Anna' },
  switchedOn: [{ surface: 'page', level: 'view', direction: 'request' }],
};
const admitted: Fact = { type: 'participant.admitted', participantId: customer, name: 'Jan', role: 'customer' };
const requested: Fact = { type: 'share.requested', requestId, ref, direction: 'request' };
const granted: Fact = { type: 'share.granted', requestId, grantId };
const ended: Fact = { type: 'share.ended', ref, grantId, reason: 'stopped' };

const fold = (facts: Fact[]) =>
  facts.reduce<SessionState>(
    (state, fact, index) => reduce(state, { seq: index + 1, at: index, by: host, fact }),
    noSession,
  );

const bothOnline = new Set([host, customer]);

test.each([
  [
    'removed by the lead',
    [started, { type: 'participant.left', participantId: host, reason: 'gone' }],
    { kind: 'says', title: 'invite.removed' },
  ],
  ['nothing known yet', [], { kind: 'connecting' }],
  ['nobody has joined', [started], { kind: 'invite' }],
  ['admitted', [started, admitted], { kind: 'says', title: 'console.stageIdle' }],
  ['asked', [started, admitted, requested], { kind: 'says', title: 'console.stageAsking', busy: true }],
  ['granted', [started, admitted, requested, granted], { kind: 'mirror', grantId }],
  ['stopped', [started, admitted, requested, granted, ended], { kind: 'says', title: 'console.stageStopped' }],
  [
    'refused',
    [started, admitted, requested, { type: 'share.refused', requestId, reason: 'no-answer' } as const],
    { kind: 'says', title: 'console.stageNoAnswer' },
  ],
  [
    'over',
    [started, admitted, { type: 'session.ended', reason: 'ended' } as const],
    { kind: 'says', title: 'console.ended' },
  ],
] satisfies [string, Fact[], object][])('the stage says why there is no picture: %s', (_name, facts, expected) => {
  expect(stageView(fold(facts), host, bothOnline)).toMatchObject(expected);
});

test('a customer who is offline is said to be, unless their page is shown', () => {
  const away = new Set([host]);
  expect(stageView(fold([started, admitted]), host, away)).toMatchObject({ title: 'console.stageOffline' });
  expect(stageView(fold([started, admitted, requested, granted]), host, away)).toMatchObject({ kind: 'mirror' });
});

test('while the relay is not reached nobody is said to be offline', () => {
  expect(stageView(fold([started, admitted]), host, new Set(), false)).toMatchObject({ title: 'trouble.no-relay' });
});
