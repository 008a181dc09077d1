import { expect, test } from 'vitest';
import { begins } from '../../../shared/browser/link/begins.ts';
import { problemCode } from '../../../shared/browser/call/device-problem.ts';
import { speaksUntil } from '../../../shared/browser/call/speaking.ts';
import { begin, people } from '../session/world.ts';

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'unavailable'],
])('%s of getUserMedia is: %s', (name, code) => {
  expect(problemCode(Object.assign(new Error(), { name }))).toBe(code);
});

test('somebody speaks for a moment longer than they are loud', () => {
  const until = speaksUntil(0, 0.2, 1_000);
  expect(until).toBeGreaterThan(1_000);
  expect(speaksUntil(until, 0.001, 1_200)).toBe(until);
  expect(speaksUntil(until, 0.2, 1_400)).toBe(until + 400);
});

test('of each two exactly one begins, and between a host and a customer it is the host', () => {
  const { state } = begin();
  const all = [people.lead, people.assistant, people.customer, people.second];
  for (const one of all) {
    for (const other of all.filter((id) => id !== one)) {
      expect(begins(state, one, other)).toBe(!begins(state, other, one));
    }
  }
  expect(begins(state, people.lead, people.customer)).toBe(true);
  expect(begins(state, people.assistant, people.second)).toBe(true);
});
