import { effect, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { FileFailure, FileMessage } from '../../protocol/file.ts';
import { createSaySeldom } from '../../protocol/say-seldom.ts';
import type { Link } from '../link/contract.ts';
import { encodeFileMessage } from './file-wire.ts';
import { readSlices } from './read-slices.ts';
import { createYieldingWindow } from './yielding-window.ts';

/** A file of one's own, as it may be served. */
export interface Served {
  file: Blob;
  sha256: Promise<string>;
}

/** How much of which file the other side has. */
export interface Serving {
  fileId: string;
  upTo: number;
}

export interface FileServer {
  /** Null: nothing is being fetched. */
  now: ReadonlySignal<Serving | null>;
  receive(message: FileMessage): void;
  /** What could not be served can be. */
  ready(fileId: string): void;
  /** Ends what is being fetched, if it is this file. */
  drop(fileId: string): void;
}

interface Deps {
  link: Link;
  /** The file for the one at the other end of the link, or why not. */
  find: (fileId: string) => Served | FileFailure;
  now?: () => number;
  signal: AbortSignal;
}

interface Stream {
  fileId: string;
  round: number;
  size: number;
  end: AbortController;
  sentUpTo: number;
  gotUpTo: number;
  /** Goes on when the other side has got more, or the link has got rid of it. */
  wake: () => void;
}

const showEveryMs = 200;
/** Twice the widest window: who says that all has arrived, but never acknowledges it to the link, gets no more. */
const mostUnsentBytes = 4 * 1024 * 1024;

/** Sends over one link what the other side asks for, one file at a time. */
export function createFileServer({ link, find, signal, now = () => performance.now() }: Deps): FileServer {
  const serving = createSignal<Serving | null>(null);
  const window = createYieldingWindow(now);
  const mayShow = createSaySeldom<'progress'>(showEveryMs, now);
  let stream: Stream | null = null;
  const send = (message: FileMessage, body?: Uint8Array) => link.send('file', encodeFileMessage(message, body));

  function end(): void {
    stream?.end.abort();
    stream?.wake();
    stream = null;
    serving.value = null;
    window.forget();
  }
  const stopWatching = effect(() => {
    void link.path.value;
    window.forget();
  });
  signal.addEventListener('abort', () => {
    stopWatching();
    end();
  });

  function hasRoom(own: Stream): boolean {
    const piece = window.pieceBytes();
    return own.sentUpTo - own.gotUpTo + piece <= window.bytes() && link.unsent('file') + piece <= mostUnsentBytes;
  }

  async function room(own: Stream): Promise<void> {
    while (!own.end.signal.aborted && !hasRoom(own)) {
      await new Promise<void>((resolve) => (own.wake = resolve));
    }
  }

  async function run({ file, sha256 }: Served, own: Stream): Promise<void> {
    const { fileId, round, end: life } = own;
    for await (const slice of readSlices(file, own.sentUpTo)) {
      for (let at = 0; at < slice.length;) {
        await room(own);
        if (life.signal.aborted) return;
        const piece = slice.subarray(at, at + window.pieceBytes());
        at += piece.length;
        send({ type: 'file.piece', fileId, round, at: own.sentUpTo }, piece);
        own.sentUpTo += piece.length;
        window.sent(own.sentUpTo);
      }
    }
    const hash = await sha256;
    if (!life.signal.aborted) send({ type: 'file.end', fileId, round, sha256: hash });
  }

  function start({ fileId, round, from }: Extract<FileMessage, { type: 'file.want' }>): void {
    end();
    const served = find(fileId);
    const unable = (code: FileFailure) => send({ type: 'file.unable', fileId, round, code });
    if (typeof served === 'string') return unable(served);
    if (from > served.file.size) return unable('not-here');
    const own: Stream = {
      fileId,
      round,
      size: served.file.size,
      end: new AbortController(),
      sentUpTo: from,
      gotUpTo: from,
      wake: () => undefined,
    };
    stream = own;
    serving.value = { fileId, upTo: from };
    run(served, own).catch(() => {
      // Moved, changed or on a medium that is gone.
      if (stream !== own) return;
      end();
      unable('unreadable');
    });
  }

  link.onFresh(end);
  link.onDrained('file', () => stream?.wake());

  return {
    now: serving,
    receive(message) {
      if (message.type === 'file.want') return start(message);
      if (!stream || !('round' in message) || message.round !== stream.round) return;
      if (message.type === 'file.stop') return end();
      if (message.type !== 'file.got' || message.upTo > stream.sentUpTo) return;
      stream.gotUpTo = Math.max(stream.gotUpTo, message.upTo);
      const isAll = stream.gotUpTo === stream.size;
      if (isAll || mayShow('progress')) serving.value = { fileId: stream.fileId, upTo: stream.gotUpTo };
      window.got(message.upTo);
      stream.wake();
    },
    ready: (fileId) => send({ type: 'file.ready', fileId }),
    drop(fileId) {
      if (stream?.fileId !== fileId) return;
      const { round } = stream;
      end();
      send({ type: 'file.unable', fileId, round, code: 'not-here' });
    },
  };
}
