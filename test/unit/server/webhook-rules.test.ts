import { expect, test } from 'vitest';
import { relayLimits } from '../../../server/limits/relay-limits.ts';
import { mayCall } from '../../../server/webhooks/may-call.ts';
import { nextTry } from '../../../server/webhooks/next-try.ts';
import { postOnce } from '../../../server/webhooks/post-once.ts';
import { isPublicAddress } from '../../../server/webhooks/public-address.ts';
import { isSigned, signature, webhookSecret } from '../../../server/webhooks/sign.ts';

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['localhost', false],
])('%s is on the internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each([
  ['https://crm.example/hook', true, true],
  ['http://crm.example/hook', false, false],
  ['http://localhost:9000/hook', false, true],
  ['https://localhost/hook', false, true],
  ['http://127.0.0.1/hook', false, true],
  ['http://[::1]/hook', false, true],
  ['https://10.0.0.1/hook', false, true],
  ['https://0x7f.1/hook', false, true],
  ['https://2130706433/hook', false, true],
  ['https://[::ffff:7f00:1]/hook', false, true],
  ['https://user:word@crm.example/', false, false],
  ['ftp://crm.example/', false, false],
  ['nonsense', false, false],
])('%s may be called: %s, where private networks are allowed: %s', (url, usually, privately) => {
  expect([mayCall(url, false), mayCall(url, true)]).toEqual([usually, privately]);
});

test('a name that leads to a private address is not called', async () => {
  const post = { headers: {}, body: '{}', isPrivateAllowed: false, withinMs: 2_000 };
  // `localhost.` with the dot is a name like any other, and resolves to this machine.
  const posted = await postOnce({ ...post, url: 'https://localhost./hook' });
  expect(['address', 'network']).toContain(posted.problem);
  expect(await postOnce({ ...post, url: 'http://localhost:1/hook' })).toEqual({ status: null, problem: 'address' });
});

test('a signature is verified with the secret of its webhook, its time and its body, and no other', () => {
  const secret = webhookSecret('the secret of the relay, long', 'one');
  const header = signature(secret, 1_800_000_000, '{"a":1}');
  expect(header).toMatch(/^t=1800000000,v1=[0-9a-f]{64}$/);
  expect(isSigned(secret, header, '{"a":1}')).toBe(true);
  expect(isSigned(secret, header, '{"a":2}')).toBe(false);
  expect(isSigned(secret, header.replace('1800000000', '1800000001'), '{"a":1}')).toBe(false);
  expect(isSigned(webhookSecret('the secret of the relay, long', 'two'), header, '{"a":1}')).toBe(false);
  expect(isSigned(secret, 'nonsense', '{"a":1}')).toBe(false);
});

test('pauses grow from a second to an hour, and after ten tries it is over', () => {
  let delivery = { id: '', body: '', tries: 0, madeAt: 0 };
  let now = 0;
  const pauses = [];
  for (;;) {
    const tried = nextTry(delivery, { status: 500, problem: 'status' }, now, relayLimits);
    if (tried.state === 'failed') break;
    pauses.push((tried.dueAt - now) / 1_000);
    now = tried.dueAt;
    delivery = { ...delivery, tries: tried.tries };
  }
  expect(pauses).toEqual([1, 4, 16, 64, 256, 1_024, 3_600, 3_600, 3_600]);
  const old = nextTry({ ...delivery, tries: 3 }, { status: null, problem: 'network' }, 86_400_000, relayLimits);
  expect(old.state).toBe('failed');
  expect(nextTry(delivery, { status: 204, problem: null }, now, relayLimits)).toMatchObject({
    state: 'sent',
    tries: 10,
  });
});
