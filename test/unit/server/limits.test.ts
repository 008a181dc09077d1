import { describe, expect, test } from 'vitest';
import { createAttempts } from '../../../server/limits/attempts.ts';
import { createBreaker } from '../../../server/limits/breaker.ts';
import { addressKey, clientAddress } from '../../../server/limits/client-address.ts';
import { inSteps } from '../../../server/limits/in-steps.ts';
import { createTokenBucket } from '../../../shared/protocol/token-bucket.ts';

describe('attempts', () => {
  test('the sixth within a minute waits until the first is a minute old', () => {
    let now = 0;
    const attempts = createAttempts(5, () => now);
    for (let n = 0; n < 5; n += 1) {
      expect(attempts.wait('one')).toBe(0);
      now += 1_000;
    }
    expect(attempts.wait('one')).toBe(55_000);
    expect(attempts.wait('other')).toBe(0);
    now = 60_000;
    expect(attempts.wait('one')).toBe(0);
    expect(attempts.wait('one')).toBe(1_000);
  });

  test('a flood of addresses keeps memory bounded', () => {
    const attempts = createAttempts(5, () => 0);
    for (let n = 0; n < 120_000; n += 1) expect(attempts.wait(String(n))).toBe(0);
  });
});

describe('the breaker', () => {
  test('shuts after too many misses in a minute and opens again', () => {
    let now = 0;
    const breaker = createBreaker(3, 60_000, () => now);
    breaker.miss();
    breaker.miss();
    now = 61_000;
    breaker.miss();
    expect(breaker.wait()).toBe(0);
    breaker.miss();
    breaker.miss();
    expect(breaker.wait()).toBe(60_000);
    now += 60_000;
    expect(breaker.wait()).toBe(0);
  });
});

test('a token bucket lets a burst through and then the steady rate', () => {
  let now = 0;
  const bucket = createTokenBucket(10, 3, () => now);
  expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, true, false]);
  now = 100;
  expect([bucket.take(), bucket.take()]).toEqual([true, false]);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

describe('the client’s address', () => {
  test('is the socket’s own when no proxy is trusted, whatever the header says', () => {
    expect(clientAddress('198.51.100.1', '203.0.113.9', 0)).toBe('198.51.100.1');
  });

  test('is what the outermost trusted proxy saw', () => {
    expect(clientAddress('10.0.0.1', 'made-up, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', 'made-up, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', 'only', 3)).toBe('10.0.0.1');
  });
});

test('what is done in steps takes a whole number of them', async () => {
  const started = performance.now();
  expect(await inSteps(50, () => Promise.resolve('done'))).toBe('done');
  expect(performance.now() - started).toBeGreaterThan(45);
});
