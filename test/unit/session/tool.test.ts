import { expect, test } from 'vitest';
import { activityReport } from '../../../shared/report/activity-report.ts';
import { reportCsv } from '../../../shared/report/report-csv.ts';
import type { Action } from '../../../shared/session/actions.ts';
import { may } from '../../../shared/session/may.ts';
import { toolKey, toolOn } from '../../../shared/session/tool.ts';
import { act, begin, id, people, type World } from './world.ts';

const { lead, assistant, customer, second, waiting } = people;
const request = (tool: 'recording' | 'files' = 'files', to: string = customer) =>
  ({ type: 'tool.request', id: id(`ask-${tool}`), tool, to }) as const;
const grant = (tool = 'files') =>
  ({ type: 'tool.grant', id: id(`yes-${tool}`), requestId: id(`ask-${tool}`) }) as const;
const end = (tool: 'recording' | 'files' = 'files') =>
  ({ type: 'tool.end', id: id('end'), tool, to: customer, grantId: id(`yes-${tool}`), reason: 'stopped' }) as const;
const verdict = ({ state, now }: World, by: string, action: Action) => {
  const answer = may(state, by, action, now);
  return answer.ok ? 'ok' : answer.code;
};
const after = (steps: readonly (readonly [string, Action])[], from = begin()): World =>
  steps.reduce((world, [by, action]) => {
    const { world: next, ok } = act(world, by, action);
    expect(ok, action.type).toBe(true);
    return next;
  }, from);
const standing = ({ state }: World, tool: 'recording' | 'files' = 'files') => toolOn(state, { tool, to: customer });

test('[S11] who leads asks a customer who is present; nobody else asks, and nobody else is asked', () => {
  const world = begin();
  expect(verdict(world, lead, request())).toBe('ok');
  expect(verdict(world, assistant, request())).toBe('actor.not-lead');
  expect(verdict(world, customer, request())).toBe('actor.not-lead');
  expect(verdict(world, lead, request('files', assistant))).toBe('tool.not-yours');
  expect(verdict(world, lead, request('files', waiting))).toBe('actor.not-present');
});

test('[S11] only who was asked allows it, within the time, and each side ends it', () => {
  const asked = after([[lead, request()]]);
  expect(verdict(asked, lead, request())).toBe('tool.busy');
  for (const other of [lead, assistant, second]) expect(verdict(asked, other, grant())).toBe('tool.not-yours');
  expect(verdict({ ...asked, now: asked.now + 30_000 }, customer, grant())).toBe('tool.too-late');
  const on = after([[customer, grant()]], asked);
  expect(standing(on)?.by).toBe(lead);
  expect(verdict(on, second, end())).toBe('tool.not-yours');
  expect(standing(after([[customer, end()]], on))).toBeNull();
  expect(standing(after([[lead, end()]], on))).toBeNull();
});

test('[S11] who has accepted has longer to choose, and accepts once', () => {
  const accept = { type: 'tool.accept', id: id('accept'), requestId: id('ask-files') } as const;
  const accepted = after([
    [lead, request()],
    [customer, accept],
  ]);
  expect(standing(accepted)).toBeNull();
  expect(verdict(accepted, customer, { ...accept, id: id('again') })).toBe('tool.no-such-request');
  expect(verdict({ ...accepted, now: accepted.now + 40_000 }, customer, grant())).toBe('ok');
  expect(verdict({ ...accepted, now: accepted.now + 180_000 }, customer, grant())).toBe('tool.too-late');
});

test('[S11] the relay refuses what was not answered in time, and not before', () => {
  const asked = after([[lead, request()]]);
  const refuse = { type: 'tool.refuse', id: id('late'), requestId: id('ask-files'), reason: 'no-answer' } as const;
  expect(verdict(asked, 'relay', refuse)).toBe('tool.busy');
  expect(verdict({ ...asked, now: asked.now + 30_000 }, 'relay', refuse)).toBe('ok');
});

test('[S11] a folder was allowed to one host alone, a recording to the site: only that outlives a change of lead', () => {
  const on = after([
    [lead, request('files')],
    [customer, grant('files')],
    [lead, request('recording')],
    [customer, grant('recording')],
    [lead, { type: 'lead.hand-over', id: id('over'), to: assistant }],
  ]);
  expect(standing(on, 'files')).toBeNull();
  expect(standing(on, 'recording')?.grantId).toBe(id('yes-recording'));
  const left = after([[customer, { type: 'participant.leave', id: id('bye') }]], on);
  expect(left.state.phase === 'open' && left.state.tools[toolKey({ tool: 'recording', to: customer })]).toMatchObject({
    phase: 'off',
    last: 'left',
  });
});

test('[Y3] the report has each question beside surfaces with its answer and its end', () => {
  const world = after([
    [lead, request()],
    [customer, grant()],
    [customer, end()],
    [lead, { ...request('recording'), id: id('ask-recording') }],
    [customer, { type: 'tool.refuse', id: id('no'), requestId: id('ask-recording'), reason: 'denied' }],
  ]);
  expect(activityReport(world.entries)?.tools).toMatchObject([
    { tool: 'files', askedBy: 'Anna', askedOf: customer, answer: 'allowed', endedWhy: 'stopped' },
    { tool: 'recording', answer: 'denied', endedAt: null },
  ]);
});

test('[Y3] [FD6] as CSV too: what was asked for beside surfaces, and what was done in a folder, with size and hash', () => {
  const sha256 = 'ab'.repeat(32);
  const deed = { kind: 'uploaded', path: 'docs/a.txt', size: 12, sha256, to: null } as const;
  const world = after([
    [lead, request()],
    [customer, grant()],
    [customer, { type: 'folder.note', id: id('note'), grantId: id('yes-files'), deeds: [deed] }],
    [customer, end()],
  ]);
  const report = activityReport(world.entries);
  if (!report) throw new Error('There is no report.');
  const csv = reportCsv({ ...report, rating: null, survey: null });
  expect(csv).toContain(`"in the folder: uploaded","docs/a.txt; 12 bytes; SHA-256 ${sha256}"`);
  expect(csv).toContain(`"ended: stopped","files of ${customer}"`);
});
