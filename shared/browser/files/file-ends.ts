import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import type { FileFailure, FileMessage } from '../../protocol/file.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import { isFileFor } from '../../session/file.ts';
import type { SessionState } from '../../session/state.ts';
import type { Link } from '../link/contract.ts';
import type { SessionClient } from '../link/session-client.ts';
import type { WayBook } from '../link/way-book.ts';
import { decodeFileMessage, encodeFileMessage } from './file-wire.ts';
import { createFileServer, type FileServer, type Served, type Serving } from './serve-files.ts';

interface End {
  link: Link;
  server: FileServer;
  /** Both sides have the keys: what is sent arrives. */
  isOpen: boolean;
  close: AbortController;
}

export interface FileEnds {
  /** What others are fetching from here just now. */
  servings: ReadonlySignal<readonly (Serving & { by: ParticipantId })[]>;
  send(to: ParticipantId, message: FileMessage): boolean;
  isReachable(other: ParticipantId): boolean;
  ready(fileId: string): void;
  drop(fileId: string): void;
}

interface Deps {
  client: SessionClient;
  book: WayBook;
  find: (other: ParticipantId, fileId: string) => Served | FileFailure;
  onMessage: (from: ParticipantId, message: FileMessage, body: Uint8Array) => void;
  /** What was under way with that one is gone. */
  onFresh: (other: ParticipantId) => void;
  onOpen: () => void;
  signal: AbortSignal;
}

/** The ends of the ways to all with whom there are files to exchange. */
export function createFileEnds({ client, book, find, onMessage, onFresh, onOpen, signal }: Deps): FileEnds {
  const me = client.selfId;
  const ends = createSignal<ReadonlyMap<ParticipantId, End>>(new Map());
  const ways = book.to(computed(() => partners(client.state.value, me)));

  function open(other: ParticipantId, link: Link): End {
    const close = new AbortController();
    const server = createFileServer({
      link,
      find: (fileId) => find(other, fileId),
      signal: AbortSignal.any([signal, close.signal]),
    });
    const end: End = { link, server, close, isOpen: link.words.peek() !== null };
    link.receive('file', (bytes) => {
      const decoded = decodeFileMessage(bytes);
      if (!decoded || close.signal.aborted) return;
      server.receive(decoded.message);
      onMessage(other, decoded.message, decoded.body);
    });
    link.onFresh(() => {
      if (close.signal.aborted) return;
      end.isOpen = true;
      onFresh(other);
      onOpen();
    });
    return end;
  }

  const dispose = effect(() => {
    const present = ways.value;
    untracked(() => {
      const before = ends.peek();
      const next = new Map<ParticipantId, End>();
      for (const [other, { link }] of present) {
        const known = before.get(other);
        next.set(other, known?.link === link ? known : open(other, link));
      }
      ends.value = next;
      for (const [other, end] of before) {
        if (next.get(other) === end) continue;
        end.close.abort();
        onFresh(other);
      }
      onOpen();
    });
  });
  signal.addEventListener('abort', dispose);

  return {
    servings: computed(() =>
      [...ends.value].flatMap(([by, { server }]) => (server.now.value ? [{ by, ...server.now.value }] : [])),
    ),
    send(to, message) {
      const end = ends.peek().get(to);
      if (!end?.isOpen) return false;
      end.link.send('file', encodeFileMessage(message));
      return true;
    },
    isReachable: (other) => ends.peek().get(other)?.isOpen ?? false,
    ready(fileId) {
      for (const { server } of ends.peek().values()) server.ready(fileId);
    },
    drop(fileId) {
      for (const { server } of ends.peek().values()) server.drop(fileId);
    },
  };
}

/** Those who are here and may fetch something from this one, or this one from them: both sides work out the same. */
function partners(state: SessionState, me: ParticipantId): readonly ParticipantId[] {
  if (state.phase !== 'open') return [];
  const { files, participants } = state;
  const self = participants[me];
  if (self?.phase !== 'present') return [];
  const there = files.filter(({ withdrawnAt }) => withdrawnAt === null);
  return Object.values(participants)
    .filter(({ id, phase }) => phase === 'present' && id !== me)
    .filter((other) =>
      there.some(
        (file) => (file.by === me && isFileFor(file, other)) || (file.by === other.id && isFileFor(file, self)),
      ),
    )
    .map(({ id }) => id);
}
