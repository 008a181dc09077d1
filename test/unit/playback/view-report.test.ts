import { expect, test } from 'vitest';
import { viewReport } from '../../../server/playback/view-report.ts';
import { activityReport } from '../../../shared/report/activity-report.ts';
import type { Entry, Fact } from '../../../shared/session/facts.ts';
import { id, people, prelude } from '../session/world.ts';

const { lead, customer } = people;
const say = (text: string, audience: 'all' | 'hosts' = 'all'): Fact => ({
  type: 'chat.said',
  messageId: id(text),
  audience,
  text,
  picture: null,
});
const ref = { owner: customer, viewer: lead, surface: 'page', level: 'view' } as const;
const ask = (name: string): Fact => ({ type: 'share.requested', requestId: id(name), ref, direction: 'request' });
const refuse = (name: string): Fact => ({ type: 'share.refused', requestId: id(name), reason: 'denied' });
const publish = (name: string): Fact => ({
  type: 'file.published',
  fileId: id(name),
  name,
  size: 1,
  mediaType: 'text/plain',
  to: 'all',
});

const timed: [at: number, Fact][] = [
  ...prelude.map((fact): [number, Fact] => [1_000, fact]),
  [2_000, say('before')],
  [2_100, ask('early')],
  [2_200, refuse('early')],
  [5_100, say('to all')],
  [5_200, say('among hosts', 'hosts')],
  [5_300, publish('secret.txt')],
  [5_400, { type: 'note.written', noteId: id('note'), begunAt: 5_350, text: 'a note' }],
  [5_500, ask('in it')],
  [5_600, { type: 'share.granted', requestId: id('in it'), grantId: id('yes') }],
  [8_100, { type: 'share.ended', ref, grantId: id('yes'), reason: 'stopped' }],
  [8_200, say('after')],
];
const entries = timed.map(([at, fact], index): Entry => ({ seq: index + 1, at, by: lead, fact }));
const span = { startedAt: 5_000, endedAt: 8_000 };

test('[O8] a link tells what was said to all and shown while it was recorded, and nothing else', () => {
  const report = viewReport(entries, false, span);
  expect(report?.chat.map(({ text }) => text)).toEqual(['to all']);
  expect(report?.consents).toMatchObject([
    { askedAt: 5_500, answer: 'allowed', answeredAt: 5_600, endedAt: null, endedWhy: null },
  ]);
  const { sessionId, site, chat: _chat, consents: _consents, startedAt, endedAt, ...others } = report ?? {};
  expect([typeof sessionId, typeof site, startedAt, endedAt]).toEqual(['string', 'string', 5_000, 8_000]);
  for (const [name, told] of Object.entries(others)) {
    expect(told === null || told === 0 || (Array.isArray(told) && told.length === 0), name).toBe(true);
  }
  for (const word of ['before', 'after', 'among hosts', 'secret.txt', 'a note']) {
    expect(JSON.stringify(report)).not.toContain(word);
  }
});

test('[O8] what was not answered by its end is open to who comes by a link', () => {
  const [first] = viewReport(entries, false, { startedAt: 5_000, endedAt: 5_550 })?.consents ?? [];
  expect(first).toMatchObject({ answer: 'open', answeredAt: null, answeredBy: null, endedAt: null });
});

test('hosts are told all', () => {
  expect(viewReport(entries, true, span)).toEqual(activityReport(entries));
});
