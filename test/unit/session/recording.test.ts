import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../../shared/session/actions.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { may } from '../../../shared/session/may.ts';
import { isRecordingAllowed } from '../../../shared/session/recording-consent.ts';
import { openRecording, recordedMs } from '../../../shared/session/recording.ts';
import type { RecordingRule } from '../../../shared/session/recording-rule.ts';
import { act, append, begin, id, people, prelude, type World } from './world.ts';

const { lead, assistant, customer, second } = people;
const ask = (to: string = customer) => ({ type: 'tool.request', id: id(`ask ${to}`), tool: 'recording', to }) as const;
const allow = (to: string = customer) => ({ type: 'tool.grant', id: id(`yes ${to}`), requestId: ask(to).id }) as const;
const withdraw = (to: string = customer) =>
  ({ type: 'tool.end', id: id('no more'), tool: 'recording', to, grantId: allow(to).id, reason: 'stopped' }) as const;
const start = { type: 'recording.start', id: id('recording') } as const;
const step = (verb: 'pause' | 'resume' | 'stop', name: string = verb) =>
  ({ type: `recording.${verb}`, id: id(name), recordingId: start.id }) as const;

const verdict = ({ state, now }: World, by: string, action: Action) => {
  const answer = may(state, by, action, now);
  return answer.ok ? 'ok' : answer.code;
};
const after = (steps: readonly (readonly [string, Action])[], from: World): World =>
  steps.reduce((world, [by, action]) => {
    const { world: next, ok } = act({ ...world, now: world.now + 1_000 }, by, action);
    expect(ok, action.type).toBe(true);
    return next;
  }, from);

/** Everybody of the prelude, under this rule. */
const ruled = (recording?: RecordingRule): World =>
  begin(prelude.map((fact): Fact => (fact.type === 'session.started' && recording ? { ...fact, recording } : fact)));
const customers = ({ state }: World) =>
  state.phase === 'open'
    ? Object.values(state.participants).filter(({ role, phase }) => role === 'customer' && phase === 'present')
    : [];
/** Every customer who is present has allowed it. */
const allowed = (world = ruled()): World =>
  after(
    customers(world).flatMap(({ id: to }) => [[lead, ask(to)] as const, [to, allow(to)] as const]),
    world,
  );
const standing = ({ state }: World) => state.phase === 'open' && Object.values(state.tools).map(({ phase }) => phase);
const only = ({ state }: World) => {
  expect(state.phase).not.toBe('none');
  return state.phase === 'none' ? undefined : state.recordings.at(-1);
};

test('[R1] who leads records, and only while every customer who is present allows it', () => {
  const world = ruled();
  expect(verdict(world, lead, start)).toBe('recording.not-allowed');
  const one = after(
    [
      [lead, ask()],
      [customer, allow()],
    ],
    world,
  );
  expect(verdict(one, lead, start)).toBe('recording.not-allowed');
  const all = allowed();
  expect(customers(all).map(({ id: one_ }) => one_)).toEqual([customer, second]);
  expect(verdict(all, lead, start)).toBe('ok');
  for (const other of [assistant, customer, 'relay']) expect(verdict(all, other, start)).not.toBe('ok');
  expect(verdict(after([[lead, start]], all), lead, { ...start, id: id('another') })).toBe('recording.busy');
});

test('[R1] a customer who takes back what was allowed ends it, and so does one who comes and was not asked', () => {
  const on = after([[lead, start]], allowed());
  expect(only(after([[customer, withdraw()]], on))).toMatchObject({ phase: 'off', end: 'withdrawn' });
  const joined = append(on, lead, [
    { type: 'participant.admitted', participantId: people.waiting, name: 'Wanda', role: 'customer' },
  ]);
  expect(only(joined)).toMatchObject({ phase: 'off', end: 'withdrawn' });
});

test('[R1] one of two customers who leaves takes nothing away, the last does', () => {
  const one = after([[second, { type: 'participant.leave', id: id('bye') }]], after([[lead, start]], allowed()));
  expect(only(one)?.phase).toBe('on');
  expect(only(after([[customer, { type: 'participant.leave', id: id('bye too') }]], one))?.end).toBe('withdrawn');
});

test('[R1] a yes is to one recording: once it is over the next is asked for anew, also by another lead', () => {
  const fail = { type: 'recording.fail', id: id('broken'), recordingId: start.id, code: 'impossible' } as const;
  const on = after([[lead, start]], allowed());
  expect(standing(on)).toEqual(['on', 'on']);
  for (const end of [step('stop'), fail]) {
    const over = after([[lead, end]], on);
    expect(standing(over)).toEqual(['off', 'off']);
    expect(verdict(over, lead, { ...start, id: id('another') })).toBe('recording.not-allowed');
    const handed = after([[lead, { type: 'lead.hand-over', id: id('over'), to: assistant }]], over);
    expect(verdict(handed, assistant, { ...start, id: id('another') })).toBe('recording.not-allowed');
    expect(verdict(over, lead, { ...ask(), id: id('again') })).toBe('ok');
  }
  // What ends no recording ends no yes.
  expect(standing(append(on, lead, [{ type: 'recording.stopped', recordingId: id('none') }]))).toEqual(['on', 'on']);
});

test('[R1] who takes back the yes ends the recording for all, and the others are asked anew for the next', () => {
  const back = after([[customer, withdraw()]], after([[lead, start]], allowed()));
  expect(standing(back)).toEqual(['off', 'off']);
  for (const to of [customer, second]) expect(verdict(back, lead, { ...ask(to), id: id('again') })).toBe('ok');
  // To an automatic recording the others have said yes for the session.
  const rule: RecordingRule = { mode: 'automatic', customerMayRefuse: true };
  expect(standing(after([[customer, withdraw()]], after([[lead, start]], allowed(ruled(rule)))))).toEqual([
    'off',
    'on',
  ]);
});

test('[R1] a yes is taken back also while nothing is recorded', () => {
  const back = after([[customer, withdraw()]], allowed());
  expect(verdict(back, lead, start)).toBe('recording.not-allowed');
});

test('[R4] the yes to an automatic recording is to the session, and stands when one fails', () => {
  const on = after([[lead, start]], allowed(ruled({ mode: 'automatic', customerMayRefuse: true })));
  const failed = after(
    [['relay', { type: 'recording.fail', id: id('full'), recordingId: start.id, code: 'disk-full' }]],
    on,
  );
  expect(isRecordingAllowed(failed.state)).toBe(true);
});

test('[R2] the time that it says is what was recorded: pauses do not count', () => {
  const on = after([[lead, start]], allowed());
  const began = only(on)?.startedAt ?? 0;
  const paused = after([[lead, step('pause')]], { ...on, now: on.now + 9_000 });
  expect(verdict(paused, lead, step('pause', 'again'))).toBe('recording.not-on');
  const again = after([[lead, step('resume')]], { ...paused, now: paused.now + 60_000 });
  const recording = only(again);
  expect(recording).toMatchObject({ phase: 'on', startedAt: began, ranMs: 10_000 });
  expect(recording && recordedMs(recording, again.now + 5_000)).toBe(15_000);
  const stopped = after([[lead, step('stop')]], { ...again, now: again.now + 4_000 });
  expect(only(stopped)).toMatchObject({ phase: 'off', end: 'stopped', ranMs: 15_000 });
  expect(verdict(stopped, lead, step('resume', 'late'))).toBe('recording.not-on');
});

test('[R2] the end of the session is its end, and is known afterwards', () => {
  const ended = after([[lead, { type: 'session.end', id: id('end') }]], after([[lead, start]], allowed()));
  expect(ended.state.phase).toBe('ended');
  expect(only(ended)).toMatchObject({ phase: 'off', end: 'session-ended' });
});

test('[R3] it goes on under another lead, who is one of its writers from then on', () => {
  const over = after(
    [[lead, { type: 'lead.hand-over', id: id('over'), to: assistant }]],
    after([[lead, start]], allowed()),
  );
  expect(only(over)).toMatchObject({ phase: 'on', writers: [lead, assistant] });
  expect(verdict(over, lead, step('stop'))).toBe('actor.not-lead');
  expect(verdict(over, assistant, step('stop'))).toBe('ok');
});

test('[R4] where the site says never, nobody is asked and nothing begins', () => {
  const world = ruled({ mode: 'never', customerMayRefuse: true });
  expect(verdict(world, lead, ask())).toBe('recording.switched-off');
  expect(verdict(world, lead, start)).toBe('recording.switched-off');
});

test('[R4] an automatic recording is not the host’s to pause, to stop or to give back; the customer’s yes is', () => {
  const on = after([[lead, start]], allowed(ruled({ mode: 'automatic', customerMayRefuse: true })));
  expect(only(on)?.isAutomatic).toBe(true);
  for (const verb of ['pause', 'stop'] as const) expect(verdict(on, lead, step(verb))).toBe('recording.automatic');
  expect(verdict(on, lead, withdraw())).toBe('recording.automatic');
  expect(verdict(on, customer, withdraw())).toBe('ok');
});

test('[R5] the relay says that there is no room, and that ends the recording and nothing else', () => {
  const on = after([[lead, start]], allowed());
  const fail = { type: 'recording.fail', id: id('full'), recordingId: start.id, code: 'disk-full' } as const;
  expect(verdict(on, customer, fail)).toBe('actor.not-lead');
  const failed = after([['relay', fail]], on);
  expect(failed.state.phase).toBe('open');
  expect(only(failed)).toMatchObject({ phase: 'off', end: 'disk-full' });
  expect(verdict(failed, 'relay', { ...fail, id: id('twice') })).toBe('recording.not-on');
  expect(verdict(failed, lead, { ...start, id: id('another') })).toBe('recording.not-allowed');
});

test('[R1] whatever facts come, nothing is on that is not allowed, and at most one is', () => {
  const facts = fc.constantFrom<Fact>(
    { type: 'recording.started', recordingId: start.id, isAutomatic: false },
    { type: 'recording.started', recordingId: id('other'), isAutomatic: true },
    { type: 'recording.paused', recordingId: start.id },
    { type: 'recording.resumed', recordingId: start.id },
    { type: 'recording.stopped', recordingId: start.id },
    { type: 'tool.requested', requestId: ask().id, tool: 'recording', to: customer },
    { type: 'tool.granted', requestId: ask().id, grantId: allow().id },
    { type: 'tool.ended', tool: 'recording', to: customer, grantId: allow().id, reason: 'stopped' },
    { type: 'participant.left', participantId: second, reason: 'left' },
    { type: 'participant.left', participantId: customer, reason: 'left' },
    { type: 'session.ended', reason: 'ended' },
  );
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 40 }), (list) => {
      const { state } = list.reduce((world, fact) => append({ ...world, now: world.now + 10 }, lead, [fact]), ruled());
      if (state.phase === 'none') return;
      expect(state.recordings.filter(({ phase }) => phase !== 'off').length).toBeLessThan(2);
      if (openRecording(state)) expect(isRecordingAllowed(state)).toBe(true);
    }),
  );
});
