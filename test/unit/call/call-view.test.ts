import { expect, test } from 'vitest';
import { callNote, callView } from '../../../shared/browser/call/call-view.ts';
import type { Action } from '../../../shared/session/actions.ts';
import { act, begin, id, people } from '../session/world.ts';

const { lead, assistant, customer, second } = people;
const callId = id('call');
const start = { type: 'call.start', id: callId, medium: 'video' } as const;
const of = (type: 'call.join' | 'call.decline' | 'call.leave' | 'call.give-up') => ({ type, id: id(type), callId });

const after = (...steps: readonly (readonly [string, Action, number?])[]) =>
  steps.reduce(
    (world, [by, action, laterMs = 0]) => act({ ...world, now: world.now + laterMs }, by, action).world,
    begin(),
  ).state;
const none: ReadonlySet<string> = new Set();

test('without a call one may call, unless nobody is there', () => {
  expect(callView(after(), lead, null)).toEqual({ kind: 'none', canCall: true });
  expect(callView(after(), people.waiting, null)).toEqual({ kind: 'none', canCall: false });
});

test('who is rung sees who calls, and how', () => {
  const view = callView(after([lead, start]), customer, null);
  expect(view).toEqual({ kind: 'rung', id: callId, medium: 'video', caller: 'Anna' });
});

test('who is in the call sees the others and those whom it still rings', () => {
  const state = after([lead, start], [customer, of('call.join')], [second, of('call.decline')]);
  expect(callView(state, customer, callId)).toMatchObject({
    kind: 'in',
    here: true,
    others: [{ id: lead, name: 'Anna' }],
    ringing: [{ id: assistant }],
  });
});

test('a window that has not entered the call itself is not in it, whatever the facts say', () => {
  const state = after([lead, start], [customer, of('call.join')]);
  expect(callView(state, customer, null)).toMatchObject({ kind: 'in', here: false });
  expect(callView(state, customer, id('another'))).toMatchObject({ kind: 'in', here: false });
});

test('who has declined sees that the others are in a call, and may still come', () => {
  const state = after([lead, start], [assistant, of('call.join')], [customer, of('call.decline')]);
  expect(callView(state, customer, null)).toMatchObject({ kind: 'others', names: ['Anna', assistant], full: false });
});

test('a missed call is said to those whom it rang, after a reload too', () => {
  const state = after([lead, start], ['relay', of('call.give-up'), 45_000]);
  expect(callNote(state, customer, none)).toMatchObject({ kind: 'missed', caller: 'Anna' });
  expect(callNote(state, lead, none)).toBeNull();
  expect(callNote(state, lead, new Set([callId]))).toMatchObject({ kind: 'no-answer' });
});

test('who hangs up before an answer is told nothing, and the others that they missed it', () => {
  const state = after([lead, start], [lead, of('call.leave')]);
  expect(callNote(state, lead, new Set([callId]))).toBeNull();
  expect(callNote(state, customer, none)).toMatchObject({ kind: 'missed' });
});
