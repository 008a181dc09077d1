import { expect, test } from 'vitest';
import { readableBy } from '../../../server/reports/readable.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { append, begin, people } from '../session/world.ts';

const { lead, assistant } = people;
const left = (participantId: string, reason: 'left' | 'gone'): Fact => ({
  type: 'participant.left',
  participantId,
  reason,
});
const back: Fact = { type: 'participant.admitted', participantId: assistant, name: 'Eva', role: 'assistant' };
const ended: Fact = { type: 'session.ended', reason: 'ended' };
const read = (...facts: Fact[]) => {
  const { entries } = append(begin(), lead, facts);
  return { of: entries.length, read: readableBy(entries, assistant).length };
};

test('[Y4] a host who was sent away reads no report', () => {
  expect(read(left(assistant, 'gone'), ended).read).toBe(0);
});

test('[Y4] one who has left reads up to then while the session goes on, and all of it afterwards', () => {
  const going = read(left(assistant, 'left'), left(people.second, 'left'));
  expect(going.read).toBe(going.of - 1);
  const over = read(left(assistant, 'left'), ended);
  expect(over.read).toBe(over.of);
});

test('[Y4] one who was asked back reads all again', () => {
  const again = read(left(assistant, 'gone'), back);
  expect(again.read).toBe(again.of);
});
