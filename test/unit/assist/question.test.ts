import { expect, test } from 'vitest';
import { openQuestion, secondsLeft } from '../../../shared/browser/assist/question.ts';
import { leadHost, shownPage } from '../../../shared/browser/assist/shown.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { reduce } from '../../../shared/session/reduce.ts';
import type { ShareRef } from '../../../shared/session/share.ts';
import { noSession, type SessionState } from '../../../shared/session/state.ts';

const host = newId();
const customer = newId();
const view: ShareRef = { owner: customer, viewer: host, surface: 'page', level: 'view' };
const control: ShareRef = { ...view, level: 'control' };

const opening: Fact[] = [
  {
    type: 'session.started',
    sessionId: newId(),
    site: 'Shop',
    host: { participantId: host, name: 'Anna' },
    switchedOn: [
      { surface: 'page', level: 'view', direction: 'request' },
      { surface: 'page', level: 'control', direction: 'request' },
    ],
  },
  { type: 'participant.admitted', participantId: customer, name: 'Jan', role: 'customer' },
];

function fold(...facts: Fact[]): SessionState {
  return [...opening, ...facts].reduce<SessionState>(
    (state, fact, index) => reduce(state, { seq: index + 1, at: 1_000 * (index + 1), by: host, fact }),
    noSession,
  );
}

test('the oldest open request is the question, with who asks and for what', () => {
  const [first, second] = [newId(), newId()];
  const state = fold(
    { type: 'share.requested', requestId: first, ref: control, direction: 'request' },
    { type: 'share.requested', requestId: second, ref: view, direction: 'request' },
  );
  expect(openQuestion(state, customer)).toEqual({
    requestId: first,
    level: 'control',
    hostName: 'Anna',
    askedAt: 3_000,
  });
});

test('a host is asked nothing about the customer’s page', () => {
  const state = fold({ type: 'share.requested', requestId: newId(), ref: view, direction: 'request' });
  expect(openQuestion(state, host)).toBeNull();
});

test('an answered question is no longer open, and the page is shown to the one who asked', () => {
  const requestId = newId();
  const grantId = newId();
  const state = fold(
    { type: 'share.requested', requestId, ref: view, direction: 'request' },
    { type: 'share.granted', requestId, grantId },
  );
  expect(openQuestion(state, customer)).toBeNull();
  expect(shownPage(state, customer)).toMatchObject({ view: { grantId }, control: null, hostName: 'Anna' });
  expect(leadHost(state)?.name).toBe('Anna');
});

test('thirty seconds are counted down by the relay’s clock and never below nought', () => {
  const question = { requestId: newId(), level: 'view', hostName: 'Anna', askedAt: 10_000 } as const;
  expect(secondsLeft(question, 10_000)).toBe(30);
  expect(secondsLeft(question, 39_500)).toBe(1);
  expect(secondsLeft(question, 99_000)).toBe(0);
});
