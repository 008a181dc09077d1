import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNotes } from '../../../extension/console/notes/create-notes.ts';
import { keptNotes, type NoteDraft } from '../../../extension/console/notes/kept-notes.ts';
import type { SessionClient } from '../../../shared/browser/link/session-client.ts';
import { act, begin, id, people, startedAt, type World } from '../session/world.ts';

type Performed = Awaited<ReturnType<SessionClient['perform']>>;

let life: AbortController;
let world: World;
const state = signal(begin().state);
const connection = signal<SessionClient['connection']['value']>({ phase: 'open' });
/** What has been sent, and how to answer it. */
let sent: { note: { noteId: string; text: string }; answer: (performed: Performed) => Promise<void> }[];
let late: NoteDraft[];
let kept: Map<string, string>;

const settled = () => vi.advanceTimersByTimeAsync(0);
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const client: Pick<SessionClient, 'selfId' | 'state' | 'connection' | 'perform' | 'relayNow'> = {
  selfId: people.lead,
  state,
  connection,
  relayNow: () => world.now,
  perform(wish) {
    const { promise, resolve } = Promise.withResolvers<Performed>();
    if (wish.type !== 'note.write') throw new Error('Only notes are written here.');
    sent.push({
      note: wish,
      answer: async (performed) => {
        if (performed.ok) {
          world = act(world, people.lead, { ...wish, id: id(`w${sent.length}`) }).world;
          state.value = world.state;
        }
        resolve(performed);
        await settled();
      },
    });
    return promise;
  },
};
const open = () =>
  createNotes({
    client,
    keeper: keptNotes('session', storage),
    late: (note) => Promise.resolve(void late.push(note)).then(() => ({ ok: true }) as const),
    signal: life.signal,
  });

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  world = begin();
  state.value = world.state;
  connection.value = { phase: 'open' };
  sent = [];
  late = [];
  kept = new Map();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('[Y1] a note is saved 600 ms after its last letter, and what was written meanwhile afterwards', async () => {
  const notes = open();
  notes.write('C');
  await vi.advanceTimersByTimeAsync(500);
  notes.write('Calls');
  await vi.advanceTimersByTimeAsync(599);
  expect([sent.length, notes.state.value]).toEqual([0, 'saving']);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ note }) => note.text)).toEqual(['Calls']);
  notes.write('Calls again');
  await vi.advanceTimersByTimeAsync(600);
  expect(sent).toHaveLength(1);
  await sent[0]?.answer({ ok: true });
  expect(sent.map(({ note }) => note.text)).toEqual(['Calls', 'Calls again']);
  await sent[1]?.answer({ ok: true });
  expect(notes.state.value).toBe('saved');
  expect(new Set(sent.map(({ note }) => note.noteId)).size).toBe(1);
});

test('[Y1] who writes on and on has it saved every three seconds', async () => {
  const notes = open();
  for (let letters = 1; letters <= 31; letters += 1) {
    notes.write('x'.repeat(letters));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent.map(({ note }) => note.text.length)).toEqual([30]);
});

test('[Y1] what the relay does not have yet outlives a reload, in the box and in the list', async () => {
  const before = open();
  before.write('First');
  before.finish();
  before.write('Second');
  life.abort();
  life = new AbortController();
  sent = [];
  const notes = open();
  expect(notes.text.value).toBe('Second');
  expect(notes.list.value).toMatchObject([{ text: 'First', isSaved: false, isMine: true }]);
  expect(sent.map(({ note }) => note.text)).toEqual(['First', 'Second']);
  for (const { answer } of sent) await answer({ ok: true });
  notes.finish();
  expect(notes.list.value.map(({ text, isSaved }) => [text, isSaved])).toEqual([
    ['First', true],
    ['Second', true],
  ]);
  expect(kept.size).toBe(0);
});

test('a finished note is listed with its time, may be opened again, and is gone when it is emptied', async () => {
  const notes = open();
  world = { ...world, now: startedAt + 65_000 };
  notes.write('Asks for an invoice');
  notes.finish();
  await sent[0]?.answer({ ok: true });
  const [listed] = notes.list.value;
  expect(listed).toMatchObject({ into: 65_000, author: 'Anna', isMine: true, isSaved: true });
  notes.open(listed?.id ?? '');
  expect([notes.text.value, notes.list.value.length]).toEqual(['Asks for an invoice', 0]);
  notes.write('');
  notes.finish();
  await sent[1]?.answer({ ok: true });
  expect(notes.list.value).toEqual([]);
});

test('[Y2] when the session is over notes go the other way', async () => {
  const notes = open();
  notes.write('To be called');
  await vi.advanceTimersByTimeAsync(600);
  connection.value = { phase: 'stopped', reason: 'session.ended' };
  await sent[0]?.answer({ ok: false, code: 'relay.lost' });
  expect(late.map(({ text }) => text)).toEqual(['To be called']);
  notes.write('To be called on Monday');
  await vi.advanceTimersByTimeAsync(600);
  expect(late.map(({ text }) => text)).toEqual(['To be called', 'To be called on Monday']);
});

test('what the relay refuses stays in the box, with the reason', async () => {
  const notes = open();
  notes.write('One too many');
  await vi.advanceTimersByTimeAsync(600);
  await sent[0]?.answer({ ok: false, code: 'note.full' });
  expect([notes.problem.value, notes.text.value, notes.state.value]).toEqual(['note.full', 'One too many', 'saving']);
});
