import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import {
  activityReport,
  foldReport,
  noReport,
  type ReportFold,
  reportOf,
} from '../../../shared/report/activity-report.ts';
import { type ActivityReport, activityReportSchema } from '../../../shared/report/report-schema.ts';
import type { Action } from '../../../shared/session/actions.ts';
import { act, attempts, begin, id, people, play, prelude, startedAt, type World } from '../session/world.ts';

const { lead, assistant, customer, second } = people;
const ref = { owner: customer, viewer: lead, surface: 'page', level: 'control' } as const;

/** Each act a second after the one before. */
function acts(list: readonly [string, Action][], from: World = begin()): World {
  return list.reduce((world, [by, action]) => {
    const done = act({ ...world, now: world.now + 1_000 }, by, action);
    expect([action.type, done.ok]).toEqual([action.type, true]);
    return done.world;
  }, from);
}
function reported(world: World): ActivityReport {
  const report = activityReport(world.entries);
  if (!report) throw new Error('There is no report.');
  return report;
}
const at = (seconds: number) => startedAt + seconds * 1_000;
const ask = { type: 'share.request', id: id('ask'), ref, direction: 'request' } as const;
const grant = { type: 'share.grant', id: id('grant'), requestId: id('ask') } as const;

test(
  '[Y3] the report is the same from facts in two parts, put down in between, and with each told twice',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(attempts, fc.nat(), (list, where) => {
        const { entries } = play(list).at(-1)?.after ?? begin();
        const cut = where % (entries.length + 1);
        const first = JSON.parse(JSON.stringify(entries.slice(0, cut).reduce(foldReport, noReport))) as ReportFold;
        const whole = activityReport(entries);
        expect(reportOf(entries.slice(cut).reduce(foldReport, first))).toEqual(whole);
        expect(activityReport(entries.flatMap((entry) => [entry, entry]))).toEqual(whole);
        expect(v.parse(activityReportSchema, whole)).toEqual(whole);
      }),
      { numRuns: 1_500 },
    );
  },
);

test(
  'nothing is shown in a report that its owner has not allowed, and all that is shown has an end when the session has',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const world = play(list).at(-1)?.after ?? begin();
        const report = reported(world);
        for (const consent of report.consents) {
          const isShown = consent.answer === 'allowed';
          if (isShown) expect(consent.answeredBy).toBe(consent.owner);
          else expect(consent.endedAt).toBeNull();
          if (report.endedAt === null) continue;
          expect(consent.answer).not.toBe('open');
          expect(consent.endedAt !== null).toBe(isShown);
        }
        expect(report.firstShownAt !== null).toBe(report.consents.some(({ answer }) => answer === 'allowed'));
      }),
      { numRuns: 1_500 },
    );
  },
);

test('[Y3] who asked what, the answer, from when to when; and that control let one look', () => {
  const world = acts([
    [lead, ask],
    [customer, grant],
    [customer, { type: 'share.end', id: id('end'), ref, grantId: grant.id, reason: 'stopped' }],
    [lead, { type: 'session.end', id: id('over') }],
  ]);
  const { consents, firstShownAt, endedReason, handlingMs } = reported(world);
  const known = {
    askedBy: 'Anna',
    owner: customer,
    viewer: 'Anna',
    surface: 'page',
    answer: 'allowed',
    answeredBy: customer,
  };
  expect(consents).toMatchObject([
    {
      ...known,
      level: 'control',
      isImplied: false,
      askedAt: at(1),
      answeredAt: at(2),
      endedAt: at(3),
      endedWhy: 'stopped',
    },
    {
      ...known,
      level: 'view',
      isImplied: true,
      askedAt: at(2),
      answeredAt: at(2),
      endedAt: at(4),
      endedWhy: 'session-ended',
    },
  ]);
  expect([firstShownAt, endedReason, handlingMs]).toEqual([at(2), 'ended', 4_000]);
});

test('an offer is asked by its owner; a refusal and a withdrawn question say by whom', () => {
  const offered = { ...ref, owner: lead, viewer: customer, level: 'view' } as const;
  const world = acts([
    [lead, ask],
    [customer, { type: 'share.refuse', id: id('no'), requestId: ask.id, reason: 'denied' }],
    [lead, { type: 'share.request', id: id('offer'), ref: offered, direction: 'share' }],
    [lead, { type: 'share.refuse', id: id('back'), requestId: id('offer'), reason: 'withdrawn' }],
  ]);
  expect(reported(world).consents).toMatchObject([
    { askedBy: 'Anna', answer: 'denied', answeredBy: customer, endedAt: null },
    { askedBy: 'Anna', owner: 'Anna', direction: 'share', answer: 'withdrawn', answeredBy: 'Anna' },
  ]);
});

test('who led when, and to whom the session went', () => {
  const world = acts([
    [lead, { type: 'lead.hand-over', id: id('hand'), to: assistant }],
    [lead, { type: 'participant.leave', id: id('leave') }],
    [assistant, { type: 'session.end', id: id('over') }],
  ]);
  const report = reported(world);
  expect(report.leads).toEqual([
    { participantId: lead, name: 'Anna', from: at(0), to: at(1) },
    { participantId: assistant, name: assistant, from: at(1), to: at(3) },
  ]);
  expect(report.transfers).toEqual([{ at: at(1), from: 'Anna', to: assistant }]);
  expect(report.people.find(({ name }) => name === 'Anna')).toMatchObject({ from: at(0), to: at(2) });
});

test('a call says who was in it, when it was answered and how it ended', () => {
  const world = acts([
    [lead, { type: 'call.start', id: id('call'), medium: 'voice' }],
    [customer, { type: 'call.join', id: id('join'), callId: id('call') }],
    [second, { type: 'call.decline', id: id('no'), callId: id('call') }],
    [lead, { type: 'session.end', id: id('over') }],
  ]);
  expect(reported(world).calls).toEqual([
    {
      by: 'Anna',
      medium: 'voice',
      at: at(1),
      members: ['Anna', customer],
      answeredAt: at(2),
      endedAt: at(4),
      endedWhy: 'session-ended',
    },
  ]);
});

test('[Y2] what is noted after the end is in the report, and the chat marks what was among hosts', () => {
  const note = {
    type: 'note.write',
    id: id('write'),
    noteId: id('note'),
    begunAt: at(3),
    text: 'To be called',
  } as const;
  const world = acts([
    [lead, { type: 'chat.say', id: id('one'), audience: 'all', text: 'Hello', picture: null }],
    [lead, { type: 'chat.say', id: id('two'), audience: 'hosts', text: 'In a hurry', picture: null }],
    [lead, { type: 'session.end', id: id('over') }],
    [lead, note],
  ]);
  const { notes, chat, facts } = reported(world);
  expect(notes).toEqual([{ by: 'Anna', begunAt: at(3), at: at(4), text: 'To be called' }]);
  expect(chat.map(({ audience, text }) => [audience, text])).toEqual([
    ['all', 'Hello'],
    ['hosts', 'In a hurry'],
  ]);
  expect(facts).toBe(prelude.length + 4);
});
