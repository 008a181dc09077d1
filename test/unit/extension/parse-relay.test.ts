import { expect, test } from 'vitest';
import { parseRelay } from '../../../extension/platform/parse-relay.ts';

test.each([
  ['https://help.example.com', 'https://help.example.com'],
  ['  help.example.com/join?x=1 ', 'https://help.example.com'],
  ['localhost:8787', 'http://localhost:8787'],
  ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://localhost:8787/', 'http://localhost:8787'],
])('%s is the relay %s', (typed, relay) => {
  expect(parseRelay(typed)).toBe(relay);
});

test.each([[''], ['   '], ['http://help.example.com'], ['https://'], ['not an address'], ['javascript:alert(1)']])(
  '%s is no relay: unencrypted or not an address',
  (typed) => {
    expect(parseRelay(typed)).toBeNull();
  },
);
