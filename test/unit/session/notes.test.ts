import { expect, test } from 'vitest';
import type { Action } from '../../../shared/session/actions.ts';
import { noteLimits } from '../../../shared/session/note.ts';
import { may } from '../../../shared/session/may.ts';
import { seesFact } from '../../../shared/session/sees.ts';
import { act, begin, id, people, startedAt, type World } from './world.ts';

const { lead, assistant, customer } = people;
const write = (text: string, more: Partial<Extract<Action, { type: 'note.write' }>> = {}): Action => {
  return { type: 'note.write', id: id('command'), noteId: id('note'), begunAt: startedAt, text, ...more };
};
const notesOf = ({ state }: World) => (state.phase === 'none' ? [] : state.notes);
const verdict = (world: World, by: string, action: Action) => {
  const said = may(world.state, by, action, world.now);
  return said.ok ? 'ok' : said.code;
};
const ended = (world: World) => act(world, lead, { type: 'session.end', id: id('end') }).world;

test('[Y1] hosts write notes, and customers are told nothing of them', () => {
  const { world } = act(begin(), lead, write('Called before, twice'));
  expect(notesOf(world)).toMatchObject([{ by: lead, text: 'Called before, twice' }]);
  expect(verdict(world, customer, write('Mine'))).toBe('actor.not-host');
  const written = world.entries.at(-1);
  if (!written) throw new Error('Nothing was written.');
  expect([assistant, customer].map((who) => seesFact(world.state, who, written))).toEqual([true, false]);
});

test('[Y1] each save replaces the text, keeps the time of the beginning, and an empty one takes the note away', () => {
  const first = {
    ...act({ ...begin(), now: startedAt + 5_000 }, lead, write('He s', { begunAt: startedAt + 4_000 })).world,
  };
  const second = act(
    { ...first, now: startedAt + 9_000 },
    lead,
    write('He says no', { begunAt: startedAt + 8_000 }),
  ).world;
  expect(notesOf(second)).toEqual([
    { id: id('note'), by: lead, begunAt: startedAt + 4_000, at: startedAt + 9_000, text: 'He says no' },
  ]);
  expect(notesOf(act(second, lead, write('')).world)).toEqual([]);
});

test('a note that is said to be from before the session, or from tomorrow, is put into it', () => {
  const now = startedAt + 60_000;
  const early = act({ ...begin(), now }, lead, write('Early', { noteId: id('a'), begunAt: 0 })).world;
  const both = act(early, lead, write('Late', { noteId: id('b'), begunAt: now * 2 })).world;
  expect(notesOf(both).map(({ begunAt }) => begunAt)).toEqual([startedAt, now]);
});

test('nobody writes into another host’s note', () => {
  const { world } = act(begin(), lead, write('Mine'));
  expect(verdict(world, assistant, write('Mine now'))).toBe('note.not-yours');
  expect(verdict(world, assistant, write('Mine', { noteId: id('other') }))).toBe('ok');
});

test('[Y2] after the end a host may go on writing for 15 minutes, and nobody else may', () => {
  const world = ended(act(begin(), lead, write('Before')).world);
  const later = { ...world, now: world.now + noteLimits.afterEndMs - 1 };
  expect(notesOf(act(later, lead, write('After')).world)).toMatchObject([{ text: 'After' }]);
  expect(verdict(later, customer, write('After'))).toBe('actor.not-host');
  expect(verdict({ ...later, now: later.now + 1 }, lead, write('Too late'))).toBe('session.ended');
});

test('[Y2] who has left the session writes again only when it is over', () => {
  const left = act(begin(), assistant, { type: 'participant.leave', id: id('leave') }).world;
  expect(verdict(left, assistant, write('Bye'))).toBe('actor.not-present');
  expect(verdict(ended(left), assistant, write('Bye'))).toBe('ok');
});

test('[Y1] notes are limited in number', () => {
  let world = begin();
  for (let count = 0; count < noteLimits.notes; count += 1) {
    world = act(world, lead, write('x', { noteId: id(`n${count}`) })).world;
  }
  expect(verdict(world, lead, write('x', { noteId: id('more') }))).toBe('note.full');
  expect(verdict(world, lead, write('y', { noteId: id('n7') }))).toBe('ok');
});
