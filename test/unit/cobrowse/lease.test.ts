import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLease } from '../../../shared/browser/cobrowse/control/lease.ts';
import { limits } from '../../../shared/protocol/limits.ts';

test('a lease holds for two seconds from its last renewal', () => {
  const lease = createLease();
  expect(lease.holds(1, 0)).toBe(false);
  expect(lease.renew(1, 0)).toBe(true);
  expect(lease.holds(1, limits.leaseMs - 1)).toBe(true);
  expect(lease.renew(1, 1_500)).toBe(true);
  expect(lease.holds(1, limits.leaseMs + 1_000)).toBe(true);
  expect(lease.holds(1, limits.leaseMs + 1_500)).toBe(false);
});

test('a lease that has lapsed or was given back stays over; a new one is needed', () => {
  const lease = createLease();
  lease.renew(1, 0);
  expect(lease.renew(1, limits.leaseMs)).toBe(false);
  expect(lease.holds(1, limits.leaseMs)).toBe(false);
  expect(lease.renew(2, limits.leaseMs)).toBe(true);
  lease.release(2);
  expect(lease.holds(2, limits.leaseMs)).toBe(false);
  expect(lease.renew(2, limits.leaseMs)).toBe(false);
});

test('commands of an older lease do not count, whatever their order', () => {
  const step = fc.record({ act: fc.constantFrom('renew', 'release', 'wait'), number: fc.nat(4), ms: fc.nat(3_000) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const lease = createLease();
      let now = 0;
      let renewed = { number: -1, at: -Infinity };
      for (const { act, number, ms } of steps) {
        if (act === 'wait') now += ms;
        if (act === 'release') lease.release(number);
        if (act === 'renew' && lease.renew(number, now)) {
          expect(number).toBeGreaterThanOrEqual(renewed.number);
          renewed = { number, at: now };
        }
        for (let asked = 0; asked < 5; asked++) {
          if (lease.holds(asked, now)) {
            expect(asked).toBe(renewed.number);
            expect(now - renewed.at).toBeLessThan(limits.leaseMs);
          }
        }
      }
    }),
  );
});
