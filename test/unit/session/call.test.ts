import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Action } from '../../../shared/session/actions.ts';
import type { Call } from '../../../shared/session/call.ts';
import { may } from '../../../shared/session/may.ts';
import { act, append, attempts, begin, id, people, play, type World } from './world.ts';

const { lead, assistant, customer, second, waiting } = people;
const callId = id('call');
const start = { type: 'call.start', id: callId, medium: 'voice' } as const;
const of = (type: 'call.join' | 'call.decline' | 'call.leave' | 'call.give-up', call: string = callId) => ({
  type,
  id: id(type),
  callId: call,
});

function callOf({ state }: World): Call {
  if (state.phase !== 'open' || !state.call) throw new Error('There is no call.');
  return state.call;
}

function after(...steps: readonly (readonly [string, Action])[]): World {
  let world = begin();
  for (const [by, action] of steps) {
    const { ok, world: next } = act(world, by, action);
    if (!ok) throw new Error(`${by} may not ${action.type}`);
    world = next;
  }
  return world;
}
const verdict = ({ state, now }: World, by: string, action: Action, laterMs = 0) => {
  const answer = may(state, by, action, now + laterMs);
  return answer.ok ? 'ok' : answer.code;
};

describe('a call', () => {
  test('[V1] rings all others who are present, and nobody who waits', () => {
    const call = callOf(after([lead, start]));
    expect(call).toMatchObject({ phase: 'on', by: lead, members: [lead], answered: false });
    expect(call.ringing.toSorted()).toEqual([customer, assistant, second].toSorted());
  });

  test('[V1] is the only one of its session', () => {
    expect(verdict(after([lead, start]), customer, { ...start, id: id('other') })).toBe('call.busy');
  });

  test('[V1] needs somebody else', () => {
    const alone = begin([
      {
        type: 'session.started',
        sessionId: id('s'),
        site: 'Acme',
        host: { participantId: lead, name: 'Anna' },
        switchedOn: [],
      },
    ]);
    expect(verdict(alone, lead, start)).toBe('call.nobody');
  });

  test('[V2] is joined by who is rung and by others who are present, each once', () => {
    const world = after([lead, start], [customer, of('call.decline')], [customer, of('call.join')]);
    expect(callOf(world)).toMatchObject({ phase: 'on', members: [lead, customer], answered: true });
    expect(verdict(world, customer, of('call.join'))).toBe('call.busy');
    expect(verdict(world, waiting, of('call.join'))).toBe('actor.not-present');
    expect(verdict(world, second, of('call.join', id('older')))).toBe('call.over');
  });

  test('[V3] has room for four; a fifth is told so, until somebody leaves', () => {
    const fifth = id('fifth');
    const many = append(begin(), 'relay', [
      { type: 'participant.admitted', participantId: fifth, name: 'Petr', role: 'customer' },
    ]);
    const full = [assistant, customer, second].reduce(
      (world, who) => act(world, who, of('call.join')).world,
      act(many, lead, start).world,
    );
    expect(callOf(full)).toMatchObject({ members: [lead, assistant, customer, second], ringing: [] });
    expect(verdict(full, fifth, of('call.join'))).toBe('call.full');
    expect(verdict(act(full, second, of('call.leave')).world, fifth, of('call.join'))).toBe('ok');
  });

  test('[V4] that all decline is over', () => {
    const two = after([lead, start], [assistant, of('call.decline')], [second, of('call.decline')]);
    expect(callOf(two).phase).toBe('on');
    expect(callOf(act(two, customer, of('call.decline')).world)).toMatchObject({ phase: 'off', reason: 'declined' });
  });

  test('[V4] that nobody answers is given up by the relay, and by nobody else, when its time is over', () => {
    const world = after([lead, start]);
    expect(verdict(world, 'relay', of('call.give-up'), limits.ringWithinMs - 1)).toBe('call.too-early');
    expect(verdict(world, lead, of('call.give-up'), limits.ringWithinMs)).toBe('actor.unknown');
    const late = act({ ...world, now: world.now + limits.ringWithinMs }, 'relay', of('call.give-up'));
    expect(late.ok).toBe(true);
    expect(callOf(late.world)).toMatchObject({ phase: 'off', reason: 'no-answer' });
    expect(callOf(late.world).ringing).toContain(customer);
  });

  test('[V4] that somebody has answered goes on without those who did not', () => {
    const world = after([lead, start], [customer, of('call.join')]);
    const later = { ...world, now: world.now + limits.ringWithinMs };
    expect(callOf(act(later, 'relay', of('call.give-up')).world)).toMatchObject({ phase: 'on', ringing: [] });
  });

  test('[V4] that who called gives up is missed by those whom it rang', () => {
    const given = callOf(after([customer, start], [customer, of('call.leave')]));
    expect(given).toMatchObject({ phase: 'off', reason: 'cancelled' });
    expect(given.ringing).toContain(lead);
  });

  test('[V5] goes on when one of three leaves, and ends with the last but one', () => {
    const three = after(
      [lead, start],
      [customer, of('call.join')],
      [assistant, of('call.join')],
      [second, of('call.decline')],
    );
    const two = act(three, lead, of('call.leave')).world;
    expect(callOf(two)).toMatchObject({ phase: 'on', members: [customer, assistant] });
    expect(callOf(act(two, customer, of('call.leave')).world)).toMatchObject({ phase: 'off', reason: 'ended' });
    expect(verdict(two, lead, of('call.leave'))).toBe('call.not-in');
  });

  test('[V5] is left with the session', () => {
    const two = after([lead, start], [customer, of('call.join')], [assistant, of('call.decline')]);
    const one = act(two, second, { type: 'participant.leave', id: id('l1') }).world;
    expect(callOf(one)).toMatchObject({ phase: 'on', ringing: [] });
    const none = act(one, customer, { type: 'participant.leave', id: id('l2') }).world;
    expect(callOf(none)).toMatchObject({ phase: 'off', reason: 'ended' });
  });

  test('[V2] in no run is anybody in it who did not start or join it, or more than four', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const entered = new Set<string>();
        for (const { by, action, ok, after: world } of play(list)) {
          if (ok && (action.type === 'call.start' || action.type === 'call.join')) entered.add(by);
          const { state } = world;
          if (state.phase !== 'open' || state.call?.phase !== 'on') continue;
          const { members, ringing } = state.call;
          expect(members.every((one) => entered.has(one) && state.participants[one]?.phase === 'present')).toBe(true);
          expect(members.length).toBeLessThanOrEqual(limits.callMembers);
          expect(members.length + ringing.length).toBeGreaterThan(1);
          expect(ringing.some((one) => members.includes(one))).toBe(false);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
