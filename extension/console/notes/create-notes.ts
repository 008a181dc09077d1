import { computed, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { SessionClient } from '../../../shared/browser/link/session-client.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { noteLimits } from '../../../shared/session/note.ts';
import type { NoteDraft, NoteKeeper } from './kept-notes.ts';

export interface ShownNote {
  id: string;
  author: string;
  isMine: boolean;
  /** ms after the session began */
  into: number;
  text: string;
  isSaved: boolean;
}

export interface OwnNotes {
  /** Of all hosts, without the one in the box. */
  list: ReadonlySignal<readonly ShownNote[]>;
  /** What stands in the box. */
  text: ReadonlySignal<string>;
  state: ReadonlySignal<'empty' | 'saving' | 'saved'>;
  /** Why the relay did not take it, as a code. */
  problem: ReadonlySignal<string | null>;
  write(text: string): void;
  /** The note in the box is complete; the next one begins. */
  finish(): void;
  /** Puts an own note into the box. */
  open(id: string): void;
}

type Sent = { ok: true } | { ok: false; code: string };

export interface NotesDeps {
  client: Pick<SessionClient, 'selfId' | 'state' | 'connection' | 'perform' | 'relayNow'>;
  keeper: NoteKeeper;
  /** The way when there is no socket any more. */
  late(note: NoteDraft): Promise<Sent>;
  signal: AbortSignal;
}

/** After the last letter; while one goes on writing, at the latest so long after the first. */
const saveAfterMs = 600;
const saveWithinMs = 3_000;
const againAfterMs = 3_000;

/** A host's notes of one session: saved while they are written, and kept here until the relay has them. */
export function createNotes({ client, keeper, late, signal: life }: NotesDeps): OwnNotes {
  const me = client.selfId;
  const kept = keeper.get();
  const box = createSignal<NoteDraft | null>(kept.open);
  const unsaved = createSignal<ReadonlyMap<string, NoteDraft>>(
    new Map(kept.unsaved.map((note) => [note.noteId, note])),
  );
  const problem = createSignal<string | null>(null);
  const onTheWay = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** `performance.now()` of the first letter that nobody has sent; null: there is none. */
  let since: number | null = null;

  const written = computed(() => (client.state.value.phase === 'none' ? [] : client.state.value.notes));
  const keep = () => keeper.set({ open: box.peek(), unsaved: [...unsaved.peek().values()] });
  const isOver = () => client.state.peek().phase === 'ended' || client.connection.peek().phase === 'stopped';

  function want(note: NoteDraft): void {
    unsaved.value = new Map(unsaved.peek()).set(note.noteId, note);
    keep();
  }
  function forget(noteId: string): void {
    const rest = new Map(unsaved.peek());
    rest.delete(noteId);
    unsaved.value = rest;
    keep();
  }

  /** One save of a note at a time: the newest text goes when the one before has been answered. */
  async function send(noteId: string): Promise<void> {
    if (onTheWay.has(noteId) || life.aborted) return;
    onTheWay.add(noteId);
    try {
      for (let note = unsaved.peek().get(noteId); note; note = unsaved.peek().get(noteId)) {
        const sent = await save(note);
        if (!sent.ok) {
          if (sent.code === 'unreachable') setTimeout(() => void send(noteId), againAfterMs);
          problem.value = sent.code;
          return;
        }
        problem.value = null;
        if (unsaved.peek().get(noteId) === note) forget(noteId);
      }
    } finally {
      onTheWay.delete(noteId);
    }
  }
  async function save(note: NoteDraft): Promise<Sent> {
    if (isOver()) return late(note);
    const sent = await client.perform({ type: 'note.write', ...note });
    // The session may have ended on the way.
    return !sent.ok && (sent.code === 'relay.lost' || sent.code === 'session.ended') ? late(note) : sent;
  }

  function flush(): void {
    clearTimeout(timer);
    since = null;
    const note = box.peek();
    if (note && unsaved.peek().has(note.noteId)) void send(note.noteId);
  }
  const atOnce = () => flush();
  globalThis.addEventListener?.('pagehide', atOnce);
  life.addEventListener('abort', () => {
    globalThis.removeEventListener?.('pagehide', atOnce);
    clearTimeout(timer);
  });
  for (const noteId of unsaved.peek().keys()) void send(noteId);

  return {
    list: computed(() => {
      const state = client.state.value;
      if (state.phase === 'none') return [];
      const mine = [...unsaved.value.values()].map((note) => ({ ...note, id: note.noteId, by: me, isSaved: false }));
      const saved = written.value
        .filter(({ id }) => !unsaved.value.has(id))
        .map((note) => ({ ...note, isSaved: true }));
      return [...saved, ...mine]
        .filter(({ id, text }) => id !== box.value?.noteId && text !== '')
        .toSorted((a, b) => a.begunAt - b.begunAt)
        .map(({ id, by, begunAt, text, isSaved }) => {
          const author = state.participants[by]?.name ?? '';
          return { id, author, isMine: by === me, into: Math.max(0, begunAt - state.startedAt), text, isSaved };
        });
    }),
    text: computed(() => box.value?.text ?? ''),
    state: computed(() => {
      if (!box.value) return 'empty';
      return unsaved.value.has(box.value.noteId) ? 'saving' : 'saved';
    }),
    problem,
    write(text) {
      const before = box.peek() ?? { noteId: newId(), begunAt: Math.round(client.relayNow()), text: '' };
      const note = { ...before, text: text.slice(0, noteLimits.textChars) };
      box.value = note;
      want(note);
      since ??= performance.now();
      clearTimeout(timer);
      timer = setTimeout(flush, Math.min(saveAfterMs, since + saveWithinMs - performance.now()));
    },
    finish() {
      flush();
      box.value = null;
      keep();
    },
    open(id) {
      flush();
      const mine = unsaved.peek().get(id) ?? written.peek().find((note) => note.id === id && note.by === me);
      if (!mine) return;
      const { begunAt, text } = mine;
      box.value = { noteId: id, begunAt, text };
      keep();
    },
  };
}
