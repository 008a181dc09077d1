import { expect, test } from 'vitest';
import { openQuestion, secondsLeft } from '../../../shared/browser/assist/question.ts';
import { leadHost, viewersOf, watchedPage, watchEnd, within } from '../../../shared/browser/assist/shown.ts';
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
    direction: 'request',
    surface: 'page',
    level: 'control',
    hostId: host,
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
  expect(viewersOf(state, customer)).toMatchObject([{ view: { grantId }, control: null, viewerName: 'Anna' }]);
  expect(leadHost(state)?.name).toBe('Anna');
});

test('who controls comes first, then who leads, and only what was allowed here counts', () => {
  const helper = newId();
  const theirs: ShareRef = { ...view, viewer: helper };
  const ids = { helper: newId(), lead: newId(), control: newId() };
  const on = (ref: ShareRef, grantId: string): Fact[] => {
    const requestId = newId();
    return [
      { type: 'share.requested', requestId, ref, direction: 'request' },
      { type: 'share.granted', requestId, grantId },
    ];
  };
  const both: Fact[] = [
    { type: 'participant.admitted', participantId: helper, name: 'Eva', role: 'assistant' },
    ...on(theirs, ids.helper),
    ...on(view, ids.lead),
  ];
  const names = (facts: Fact[], ...granted: string[]) => {
    const shown = within(new Set(granted), viewersOf(fold(...facts), customer));
    return shown && [shown, ...shown.followers].map(({ viewerName }) => viewerName);
  };
  const views = [`view/${helper}/${ids.helper}`, `view/${host}/${ids.lead}`];
  expect(names(both, ...views)).toEqual(['Anna', 'Eva']);
  expect(names(both, `view/${helper}/${ids.helper}`)).toEqual(['Eva']);
  // What one was allowed is not another's, whoever says so.
  expect(names(both, `view/${host}/${ids.helper}`, `view/${helper}/${ids.lead}`)).toBeNull();
  expect(names(both)).toBeNull();
  const controlled = [...both, ...on({ ...theirs, level: 'control' }, ids.control)];
  expect(names(controlled, ...views, `control/${helper}/${ids.control}`)).toEqual(['Eva', 'Anna']);
  expect(names(controlled, ...views)).toEqual(['Anna', 'Eva']);
});

const offered: ShareRef = { owner: host, viewer: customer, surface: 'page', level: 'view' };

test('an offer is a question until the customer has accepted it, and asks nobody else', () => {
  const requestId = newId();
  const offer: Fact = { type: 'share.requested', requestId, ref: offered, direction: 'share' };
  expect(openQuestion(fold(offer), customer)).toEqual({
    requestId,
    direction: 'share',
    surface: 'page',
    level: 'view',
    hostId: host,
    hostName: 'Anna',
    askedAt: 3_000,
  });
  expect(openQuestion(fold(offer), host)).toBeNull();
  expect(openQuestion(fold(offer, { type: 'share.accepted', requestId }), customer)).toBeNull();
});

test('where no page can be shown a screen may still be asked for', () => {
  const desktop = { ...view, surface: 'desktop' } as const;
  const state = fold({ type: 'share.requested', requestId: newId(), ref: desktop, direction: 'request' });
  expect(openQuestion(state, customer, false)).toMatchObject({ surface: 'desktop', level: 'view' });
});

test('where no page can be shown a request is no question and keeps no offer waiting', () => {
  const requestId = newId();
  const state = fold(
    { type: 'share.requested', requestId: newId(), ref: view, direction: 'request' },
    { type: 'share.requested', requestId, ref: offered, direction: 'share' },
  );
  expect(openQuestion(state, customer, false)?.requestId).toBe(requestId);
});

test('what the host shows is watched by the customer and is not shown by them', () => {
  const [requestId, grantId] = [newId(), newId()];
  const shown: Fact[] = [
    { type: 'share.requested', requestId, ref: offered, direction: 'share' },
    { type: 'share.accepted', requestId },
    { type: 'share.granted', requestId, grantId },
  ];
  expect(watchedPage(fold(...shown), customer)).toMatchObject({ view: { grantId }, ownerName: 'Anna' });
  expect(viewersOf(fold(...shown), customer)).toEqual([]);
  expect(viewersOf(fold(...shown), host)).toMatchObject([{ view: { grantId }, viewerName: 'Jan' }]);
  const end = (reason: 'stopped' | 'page-gone' | 'released'): Fact => ({
    type: 'share.ended',
    ref: offered,
    grantId,
    reason,
  });
  expect(watchEnd(fold(...shown), customer)).toBeNull();
  expect(watchEnd(fold(...shown, end('stopped')), customer)).toBe('watch.stopped');
  expect(watchEnd(fold(...shown, end('page-gone')), customer)).toBe('watch.pageGone');
  // They know that themselves.
  expect(watchEnd(fold(...shown, end('released')), customer)).toBeNull();
});

test('thirty seconds are counted down by the relay’s clock and never below nought', () => {
  const question = {
    requestId: newId(),
    direction: 'request',
    surface: 'page',
    level: 'view',
    hostId: host,
    hostName: 'Anna',
    askedAt: 10_000,
  } as const;
  expect(secondsLeft(question, 10_000)).toBe(30);
  expect(secondsLeft(question, 39_500)).toBe(1);
  expect(secondsLeft(question, 99_000)).toBe(0);
});
