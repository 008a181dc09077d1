import { expect, test } from 'vitest';
import { customerLack } from '../../../extension/console/commands/customer-lack.ts';
import { troubleOf } from '../../../extension/console/trouble.ts';
import { linkQuality } from '../../../shared/browser/link/link-quality.ts';
import { customerOf } from '../../../extension/console/console-state.ts';
import { noSession, type SessionState } from '../../../shared/session/state.ts';
import { append, begin, people } from '../session/world.ts';

test.each([
  ['none', null, 0, 'none'],
  ['relay', null, 0, 'good'],
  ['direct', 40, 900, 'good'],
  ['direct', 320, 900, 'fair'],
  ['relay', 900, 900, 'poor'],
  ['direct', 40, 15_000, 'poor'],
] as const)('a way over %s of %s ms that was silent for %s ms is %s', (path, roundTripMs, silentMs, expected) => {
  expect(linkQuality(path, roundTripMs, silentMs)).toBe(expected);
});

const well = { connection: 'open', isCustomerOnline: true, quality: 'good', isSilent: false } as const;
test.each([
  [well, null],
  [{ ...well, connection: 'waiting' as const, quality: 'none' as const }, 'no-relay'],
  [{ ...well, quality: 'none' as const }, 'no-way'],
  [{ ...well, quality: 'poor' as const, isSilent: true }, 'silent'],
  [{ ...well, quality: 'poor' as const }, 'slow'],
  [{ ...well, isCustomerOnline: false, quality: 'none' as const }, null],
  [{ ...well, quality: null }, null],
])('of several troubles the one to be mended first is said (%#)', (seen, expected) => {
  expect(troubleOf(seen)).toBe(expected);
});

const here = begin();
const left = append(here, people.customer, [
  { type: 'participant.left', participantId: people.customer, reason: 'left' },
  { type: 'participant.left', participantId: people.second, reason: 'left' },
]);
const ended = append(here, people.lead, [{ type: 'session.ended', reason: 'ended' }]);
const reason = (state: SessionState, isOnline: boolean) => customerLack(state, customerOf(state), isOnline);

test('why nothing can be asked of the customer is said for each state', () => {
  expect(reason(noSession, false)).toBe('lack.connecting');
  expect(reason(here.state, true)).toBeNull();
  expect(reason(here.state, false)).toBe('lack.offline');
  expect(reason(left.state, false)).toBe('lack.left');
  expect(reason(ended.state, true)).toBe('lack.ended');
});
