import { expect, test } from 'vitest';
import type { Action } from '../../../shared/session/actions.ts';
import { chatLimits, markOf } from '../../../shared/session/chat.ts';
import { may } from '../../../shared/session/may.ts';
import { seesFact } from '../../../shared/session/sees.ts';
import { act, begin, id, people, type World } from './world.ts';

const { lead, assistant, customer, waiting } = people;
const say = (text: string, more: Partial<Extract<Action, { type: 'chat.say' }>> = {}) =>
  ({ type: 'chat.say', id: id(`say-${text}`), audience: 'all', text, picture: null, ...more }) as const;
const reach = (upTo: number, isRead: boolean) =>
  ({ type: 'chat.reach', id: id(`reach-${upTo}-${isRead}`), upTo, isRead }) as const;
const verdict = ({ state, now }: World, by: string, action: Action) => {
  const answer = may(state, by, action, now);
  return answer.ok ? 'ok' : answer.code;
};
function said(...steps: readonly (readonly [string, Action])[]): World {
  return steps.reduce((world, [by, action]) => act(world, by, action).world, begin());
}
const chatOf = ({ state }: World) => {
  if (state.phase === 'none') throw new Error('There is no session.');
  return state.chat;
};

test('[Z1] who is present says something to all, and hosts to hosts alone', () => {
  const world = begin();
  expect(verdict(world, customer, say('Hello'))).toBe('ok');
  expect(verdict(world, waiting, say('Hello'))).toBe('actor.not-present');
  expect(verdict(world, customer, say('Psst', { audience: 'hosts' }))).toBe('actor.not-host');
  expect(verdict(world, assistant, say('Psst', { audience: 'hosts' }))).toBe('ok');
  expect(verdict(world, lead, say(''))).toBe('chat.empty');
});

test('[Z1] a customer is told nothing of what hosts say among themselves', () => {
  const world = said([lead, say('Psst', { audience: 'hosts' })], [lead, say('Hello')]);
  const [psst, hello] = world.entries.slice(-2);
  if (!psst || !hello) throw new Error('Nothing was said.');
  expect(seesFact(world.state, customer, psst)).toBe(false);
  expect(seesFact(world.state, assistant, psst)).toBe(true);
  expect(seesFact(world.state, customer, hello)).toBe(true);
});

test('[Z2] how far somebody has come only grows, and read is not beyond got', () => {
  const world = said([lead, say('One')], [lead, say('Two')]);
  const { seq } = world.state;
  const got = act(world, customer, reach(seq - 1, false)).world;
  expect(markOf(chatOf(got), customer)).toEqual({ got: seq - 1, read: 0 });
  const read = act(got, customer, reach(seq, true)).world;
  expect(markOf(chatOf(read), customer)).toEqual({ got: seq, read: seq });
  expect(verdict(read, customer, reach(seq - 1, true))).toBe('chat.nothing-new');
  expect(verdict(world, customer, reach(seq + 1, true))).toBe('chat.nothing-new');
});

test('[Z1] pictures are limited in number', () => {
  const picture = 'data:image/webp;base64,AAAA';
  let world = begin();
  for (let count = 0; count < chatLimits.pictures; count += 1) {
    world = act(world, customer, say('', { picture, id: id(`p${count}`) })).world;
  }
  expect(verdict(world, customer, say('', { picture }))).toBe('chat.full');
  expect(verdict(world, customer, say('words'))).toBe('ok');
});
