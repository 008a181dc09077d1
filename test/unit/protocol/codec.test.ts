import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClientMessage, parseRelayMessage } from '../../../shared/protocol/relay-codec.ts';
import { newId } from '../../../shared/protocol/new-id.ts';

const invalid = { ok: false, code: 'message.invalid' };
const id = 'A'.repeat(22);

const ref = { owner: 'B'.repeat(22), viewer: id, surface: 'page', level: 'view' };
const valid = [
  { type: 'socket.hello', protocol: 1, ticket: 'a'.repeat(43), after: 0 },
  { type: 'socket.pong', at: 1 },
  { type: 'signal.send', to: id, data: 'x' },
  { type: 'participant.admit', id, participantId: id },
  { type: 'share.request', id, ref, direction: 'request' },
  { type: 'share.grant', id, requestId: id },
  { type: 'session.end', id },
];

describe('the codec', () => {
  test.each(valid)('takes $type', (message) => {
    expect(parseClientMessage(JSON.stringify(message))).toEqual({ ok: true, message });
  });

  test.each(valid)('takes no other fields with $type', (message) => {
    expect(parseClientMessage(JSON.stringify({ ...message, more: 1 }))).toEqual(invalid);
  });

  const probes = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];
  test.each(probes)('refuses a message with a field called %s', (name) => {
    for (const text of [
      `{"type":"socket.pong","at":1,"${name}":{"polluted":true}}`,
      `{"${name}":{"polluted":true},"type":"socket.pong","at":1}`,
      `{"type":"share.request","id":"${id}","direction":"request","ref":{"owner":"${id}","viewer":"${id}","surface":"page","level":"view","${name}":{"polluted":true}}}`,
    ]) {
      expect(parseClientMessage(text)).toEqual(invalid);
    }
    expect({}).not.toHaveProperty('polluted');
  });

  test.each(probes)('refuses the type %s', (type) => {
    expect(parseClientMessage(JSON.stringify({ type }))).toEqual(invalid);
    expect(parseRelayMessage(JSON.stringify({ type }))).toEqual(invalid);
  });

  test('refuses nesting of any depth without falling over', () => {
    const deep = 100_000;
    for (const text of [
      '['.repeat(deep) + ']'.repeat(deep),
      `{"type":"socket.pong","at":${'['.repeat(deep)}${']'.repeat(deep)}}`,
      `${'{"type":'.repeat(deep)}1${'}'.repeat(deep)}`,
    ]) {
      expect(parseClientMessage(text)).toEqual(invalid);
    }
  });

  test.each([
    '',
    'A'.repeat(21),
    'A'.repeat(23),
    `${'A'.repeat(21)}=`,
    `${'A'.repeat(21)}\n`,
    `${'A'.repeat(22)}\n`,
    ' '.repeat(22),
    'Á'.repeat(22),
  ])('refuses the id %j', (wrong) => {
    expect(parseClientMessage(JSON.stringify({ type: 'session.end', id: wrong }))).toEqual(invalid);
  });

  test.each([null, 7, true, ['A'.repeat(22)], { length: 22 }])('refuses %j as an id', (wrong) => {
    expect(parseClientMessage(JSON.stringify({ type: 'session.end', id: wrong }))).toEqual(invalid);
  });

  test.each([
    '',
    'null',
    '0',
    '"socket.pong"',
    '[]',
    '{}',
    '{"type":null}',
    '{"type":"fact.appended"}',
    '{"type":"socket.pong","at":1}}',
    '{"type":"socket.pong","at":-1}',
    '{"type":"socket.pong","at":1.5}',
    '{"type":"socket.pong","at":1e999}',
  ])('refuses %j', (text) => {
    expect(parseClientMessage(text)).toEqual(invalid);
  });

  test('a new id is always a right id', () => {
    fc.assert(
      fc.property(fc.constant(null).map(newId), (made) => {
        expect(parseClientMessage(JSON.stringify({ type: 'session.end', id: made })).ok).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseClientMessage(text)).toEqual(invalid);
        expect(parseRelayMessage(text)).toEqual(invalid);
      }),
      { numRuns: 2_000 },
    );
  });
});
