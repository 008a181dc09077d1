import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCall } from '../../../shared/browser/call/create-call.ts';
import type { SessionClient } from '../../../shared/browser/link/session-client.ts';
import { createWayBook } from '../../../shared/browser/link/way-book.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Action } from '../../../shared/session/actions.ts';
import { act, begin, people, type World } from '../../unit/session/world.ts';

const { lead, customer } = people;
let life: AbortController;
/** What the browser answers to each question for a device. */
let answers: (() => Promise<MediaStream>)[];
let given: MediaStreamTrack[];

beforeEach(() => {
  life = new AbortController();
  answers = [];
  given = [];
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (constraints) => {
    const stream = await (answers.shift() ?? (() => Promise.resolve(device(constraints))))();
    given.push(...stream.getTracks());
    return stream;
  });
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

/** Real tracks, of a tone and of a canvas. */
function device(constraints: MediaStreamConstraints | undefined): MediaStream {
  if (constraints?.video) return document.createElement('canvas').captureStream(5);
  return new MediaStreamAudioDestinationNode(new AudioContext()).stream;
}
const fails = (name: string) => () => Promise.reject(Object.assign(new Error(), { name }));
const live = () => given.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind);

/** Lead and customer, each with a window, over the same facts. */
function makeSession() {
  let world: World = begin();
  const state = signal(world.state);
  function does(by: string, action: Action): boolean {
    const { world: next, ok } = act(world, by, action);
    world = next;
    state.value = world.state;
    return ok;
  }
  function window(selfId: string) {
    const speaks = signal(true);
    const client = {
      selfId,
      state,
      iceServers: signal([]),
      online: signal(new Set()),
      bulkOpen: signal(false),
      onSignal: () => undefined,
      onBulk: () => undefined,
      sendSignal: () => false,
      sendBulk: () => false,
      bulkBufferedBytes: () => 0,
      perform: (wish: Omit<Action, 'id'>, id = newId()) =>
        Promise.resolve(does(selfId, { ...wish, id } as Action) ? { ok: true } : { ok: false, code: 'call.over' }),
    } as unknown as SessionClient;
    const usual = { other: signal(null), link: signal(null), media: signal(null) };
    const book = createWayBook({ client, usual, peerToPeer: true, signal: life.signal });
    const memory = { get: () => Promise.resolve(null), set: () => Promise.resolve() };
    return {
      speaks,
      call: createCall({ client, book, speaks, memory, isOwnHand: () => true, signal: life.signal }),
    };
  }
  return { does, window, now: () => world };
}

test('[C7] a call that rings, and one that the facts say one is in, turn nothing on', async () => {
  const session = makeSession();
  const { call } = session.window(customer);
  const callId = newId();
  session.does(lead, { type: 'call.start', id: callId, medium: 'video' });
  await vi.waitFor(() => expect(call.view.value.kind).toBe('rung'));
  session.does(customer, { type: 'call.join', id: newId(), callId });
  expect(call.view.value).toMatchObject({ kind: 'in', here: false });
  expect(given).toEqual([]);
  call.enter('voice');
  await vi.waitFor(() => expect(call.view.value).toMatchObject({ here: true }));
  expect(live()).toEqual(['audio']);
});

test('the call ends and everything is off again', async () => {
  const session = makeSession();
  const { call } = session.window(lead);
  call.enter('video');
  await vi.waitFor(() => expect(call.view.value).toMatchObject({ kind: 'in', here: true }));
  expect(live().toSorted()).toEqual(['audio', 'video']);
  call.leave();
  expect([live(), call.view.value.kind]).toEqual([[], 'none']);
});

test('a microphone that is denied is said, and one may try again or only listen', async () => {
  const session = makeSession();
  const { call } = session.window(lead);
  answers = [fails('NotAllowedError'), fails('NotFoundError')];
  call.enter('voice');
  await vi.waitFor(() => expect(call.entering.value?.stuck).toBe(true));
  expect(call.own.problem.value).toEqual({ device: 'microphone', code: 'denied' });
  call.enter('voice');
  await vi.waitFor(() => expect(call.own.problem.value?.code).toBe('missing'));
  await vi.waitFor(() => expect(call.entering.value?.stuck).toBe(true));
  call.enterMuted();
  await vi.waitFor(() => expect(call.view.value).toMatchObject({ kind: 'in', here: true }));
  expect([call.own.microphone.value, live()]).toEqual(['none', []]);
});

test('a call that is over by the time the microphone is allowed turns nothing on, and calls nobody back', async () => {
  const session = makeSession();
  const { call } = session.window(customer);
  const callId = newId();
  session.does(lead, { type: 'call.start', id: callId, medium: 'voice' });
  const asked = Promise.withResolvers<MediaStream>();
  answers = [() => asked.promise];
  call.enter('voice');
  session.does(lead, { type: 'call.leave', id: newId(), callId });
  asked.resolve(device({ audio: true }));
  await vi.waitFor(() => expect(call.refused.value).toBe('call.over'));
  expect([call.view.value.kind, live()]).toEqual(['none', []]);
});

test('what is given up while the browser asks is not turned on afterwards', async () => {
  const { call } = makeSession().window(lead);
  const asked = Promise.withResolvers<MediaStream>();
  answers = [() => asked.promise];
  call.enter('voice');
  call.giveUp();
  asked.resolve(device({ audio: true }));
  await vi.waitFor(() => expect(given).toHaveLength(1));
  await vi.waitFor(() => expect(live()).toEqual([]));
  expect(call.view.value.kind).toBe('none');
});

test('another window that takes the place silences this one', async () => {
  const session = makeSession();
  const { call, speaks } = session.window(lead);
  call.enter('voice');
  await vi.waitFor(() => expect(live()).toEqual(['audio']));
  await vi.waitFor(() => expect(call.view.value).toMatchObject({ here: true }));
  speaks.value = false;
  expect([live(), call.view.value]).toMatchObject([[], { kind: 'in', here: false }]);
});

test('a device that is pulled out is said; muting and other devices keep what is meant', async () => {
  const { call } = makeSession().window(lead);
  call.enter('voice');
  await vi.waitFor(() => expect(call.own.microphone.value).toBe('on'));
  call.own.mute(true);
  expect([call.own.microphone.value, given[0]?.enabled]).toEqual(['muted', false]);
  call.useDevice('microphone', 'another');
  await vi.waitFor(() => expect(given).toHaveLength(2));
  await vi.waitFor(() => expect(given[0]?.readyState).toBe('ended'));
  expect(given[1]?.enabled).toBe(false);
  given[1]?.dispatchEvent(new Event('ended'));
  expect([call.own.microphone.value, call.own.problem.value]).toEqual([
    'none',
    { device: 'microphone', code: 'unplugged' },
  ]);
});
