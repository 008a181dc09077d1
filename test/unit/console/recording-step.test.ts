import { describe, expect, test } from 'vitest';
import { nextStep } from '../../../extension/console/recording/next-step.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import type { RecordingRule } from '../../../shared/session/recording-rule.ts';
import { append, begin, id, people, prelude, type World } from '../session/world.ts';

const { lead, assistant, customer, second } = people;
const automatic: RecordingRule = { mode: 'automatic', customerMayRefuse: true };
const alone = (recording?: RecordingRule): World =>
  begin([
    ...prelude.map((fact): Fact => (fact.type === 'session.started' && recording ? { ...fact, recording } : fact)),
    { type: 'participant.left', participantId: second, reason: 'left' },
  ]);
const asked: Fact = { type: 'tool.requested', requestId: id('ask'), tool: 'recording', to: customer };
const granted: Fact = { type: 'tool.granted', requestId: id('ask'), grantId: id('yes') };
const refused = (reason: 'denied' | 'no-answer'): Fact => ({ type: 'tool.refused', requestId: id('ask'), reason });
const started: Fact = { type: 'recording.started', recordingId: id('one'), isAutomatic: true };
const after = (world: World, ...facts: Fact[]) => append(world, lead, facts).state;
const step = (state: World['state'], who: ReadonlySet<string> | null = null, me: string = lead) =>
  nextStep(state, me, who);

describe('a recording by the host', () => {
  const world = alone();
  test('asks on a click only, and begins with the yes', () => {
    expect(step(world.state)).toBeNull();
    expect(step(world.state, new Set())).toEqual({ kind: 'ask', to: customer });
    expect(step(after(world, asked), new Set([customer]))).toBeNull();
    expect(step(after(world, asked, granted), new Set([customer]))).toEqual({ kind: 'start' });
  });
  test('a no is a no: it is not asked again before the next click', () => {
    const no = after(world, asked, refused('denied'));
    expect(step(no, new Set([customer]))).toEqual({ kind: 'give-up' });
    expect(step(no, new Set())).toEqual({ kind: 'ask', to: customer });
  });
  test('a yes that stands from before the click was to another recording: it is given back, and asked for anew', () => {
    const standing = after(world, asked, granted);
    expect(step(standing)).toBeNull();
    expect(step(standing, new Set())).toMatchObject({ kind: 'release', yes: { to: customer, grantId: id('yes') } });
    const ended: Fact = { type: 'tool.ended', tool: 'recording', to: customer, grantId: id('yes'), reason: 'released' };
    expect(step(after(world, asked, granted, ended), new Set())).toEqual({ kind: 'ask', to: customer });
  });
  test('is the lead’s alone', () => {
    expect(step(world.state, new Set(), assistant)).toBeNull();
  });
});

describe('[R4] an automatic recording', () => {
  const world = alone(automatic);
  test('asks by itself, again while nobody answers, and begins with the yes', () => {
    expect(step(world.state)).toEqual({ kind: 'ask', to: customer });
    expect(step(after(world, asked))).toBeNull();
    expect(step(after(world, asked, refused('no-answer')))).toEqual({ kind: 'ask', to: customer });
    expect(step(after(world, asked, granted))).toEqual({ kind: 'start' });
    expect(step(after(world, asked, granted, started))).toBeNull();
  });
  test('does not ask again who has said no, nor who has taken the yes back', () => {
    expect(step(after(world, asked, refused('denied')))).toBeNull();
    const ended: Fact = { type: 'tool.ended', tool: 'recording', to: customer, grantId: id('yes'), reason: 'stopped' };
    expect(step(after(world, asked, granted, started, ended))).toBeNull();
  });
  test('does not begin again what has failed', () => {
    const failed: Fact = { type: 'recording.failed', recordingId: id('one'), code: 'disk-full' };
    expect(step(after(world, asked, granted, started, failed))).toBeNull();
  });
  test('asks each customer who comes, and none where the site records nothing', () => {
    const two = begin(
      prelude.map((fact): Fact => (fact.type === 'session.started' ? { ...fact, recording: automatic } : fact)),
    );
    expect(step(after(two, asked, granted))).toEqual({ kind: 'ask', to: second });
    expect(step(alone({ mode: 'never', customerMayRefuse: true }).state, new Set())).toEqual({ kind: 'give-up' });
  });
});
