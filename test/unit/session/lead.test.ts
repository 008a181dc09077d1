import { expect, test } from 'vitest';
import { may } from '../../../shared/session/may.ts';
import { shareKey } from '../../../shared/session/share.ts';
import { act, append, begin, id, people, stranger, type World } from './world.ts';

const { lead, assistant, customer, waiting } = people;
const handOver = (to: string) => ({ type: 'lead.hand-over', id: id(`to-${to}`.slice(0, 20)), to }) as const;
const roleOf = ({ state }: World, who: string) => (state.phase === 'none' ? null : state.participants[who]?.role);
const ref = { owner: customer, viewer: lead, surface: 'page', level: 'view' } as const;

function shown(): World {
  const asked = act(begin(), lead, { type: 'share.request', id: id('ask'), ref, direction: 'request' });
  const granted = act(asked.world, customer, { type: 'share.grant', id: id('grant'), requestId: id('ask') });
  if (!granted.ok) throw new Error('Nothing is shown.');
  return granted.world;
}

test.each([
  [lead, assistant, 'ok'],
  [lead, customer, 'actor.not-host'],
  [lead, waiting, 'actor.not-host'],
  [lead, stranger, 'actor.not-host'],
  [lead, lead, 'actor.not-host'],
  [assistant, assistant, 'actor.not-lead'],
  [customer, assistant, 'actor.not-lead'],
])('[Q6] %s makes %s the lead: %s', (by, to, wanted) => {
  const { state, now } = begin();
  const verdict = may(state, by, handOver(to), now);
  expect(verdict.ok ? 'ok' : verdict.code).toBe(wanted);
});

test('[Q6] the lead passes, and what was shown to the one who led ends', () => {
  const { ok, world } = act(shown(), lead, handOver(assistant));
  expect(ok).toBe(true);
  expect([roleOf(world, lead), roleOf(world, assistant)]).toEqual(['assistant', 'lead']);
  const share = world.state.phase === 'open' ? world.state.shares[shareKey(ref)] : undefined;
  expect(share).toMatchObject({ phase: 'off', last: 'superseded' });
});

test('[Q6] who led may leave then, and the session goes on', () => {
  const passed = act(begin(), lead, handOver(assistant)).world;
  const left = act(passed, lead, { type: 'participant.leave', id: id('leave') }).world;
  expect(left.state.phase).toBe('open');
  expect(act(left, assistant, { type: 'session.end', id: id('end') }).ok).toBe(true);
});

test('[Q6] a host who has left is its lead again when the session comes back to them', () => {
  const passed = act(begin(), lead, handOver(assistant)).world;
  const left = act(passed, lead, { type: 'participant.leave', id: id('leave') }).world;
  const back = append(left, lead, [
    { type: 'participant.left', participantId: assistant, reason: 'left' },
    { type: 'participant.admitted', participantId: lead, name: 'Anna', role: 'lead' },
  ]);
  expect(back.state).toMatchObject({ participants: { [lead]: { phase: 'present', role: 'lead' } } });
});

const remove = (participantId: string) =>
  ({ type: 'participant.remove', id: id(`remove-${participantId}`.slice(0, 20)), participantId }) as const;

test.each([
  [lead, assistant, 'ok'],
  [lead, customer, 'actor.not-host'],
  [lead, waiting, 'actor.not-host'],
  [lead, stranger, 'actor.not-host'],
  [lead, lead, 'actor.not-host'],
  [assistant, assistant, 'actor.not-lead'],
  [assistant, lead, 'actor.not-lead'],
  [customer, assistant, 'actor.not-lead'],
])('[I4] %s removes %s: %s', (by, who, wanted) => {
  const { state, now } = begin();
  const verdict = may(state, by, remove(who), now);
  expect(verdict.ok ? 'ok' : verdict.code).toBe(wanted);
});

test('[I4] a host who is removed is shown nothing any more, and does nothing in the session', () => {
  const theirs = { ...ref, viewer: assistant };
  const asked = act(begin(), assistant, { type: 'share.request', id: id('ask'), ref: theirs, direction: 'request' });
  const granted = act(asked.world, customer, { type: 'share.grant', id: id('grant'), requestId: id('ask') }).world;
  const { ok, world } = act(granted, lead, remove(assistant));
  expect(ok).toBe(true);
  expect(world.state).toMatchObject({
    phase: 'open',
    participants: { [assistant]: { phase: 'away', reason: 'gone', admitted: true } },
    shares: { [shareKey(theirs)]: { phase: 'off', last: 'left' } },
  });
  expect(act(world, assistant, { type: 'participant.leave', id: id('leave') }).ok).toBe(false);
  expect(act(world, lead, remove(assistant)).ok).toBe(false);
});
