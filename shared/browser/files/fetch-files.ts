import { type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { FileMessage } from '../../protocol/file.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import { isProgram } from '../../session/dangerous-file.ts';
import type { PublishedFile } from '../../session/file.ts';
import type { FileDisk } from './file-disk.ts';
import type { FromFileWorker } from './file-work.ts';
import { newTransfer, nextTransfer, type Transfer, type TransferEffect, type TransferEvent } from './transfer.ts';

/** What has come whole, and is what its owner has. */
export interface Fetched {
  sha256: string;
  blob: Blob;
  /** Its bytes are a program's. */
  isProgram: boolean;
}

interface One {
  file: PublishedFile;
  transfer: Transfer;
  fetched: Fetched | null;
}

export interface FileFetcher {
  /** By the file's id: those that were wanted since the window opened. */
  all: ReadonlySignal<ReadonlyMap<string, Readonly<One>>>;
  dispatch(file: PublishedFile, event: TransferEvent): void;
  /** From that owner; the bytes are copied. */
  receive(owner: ParticipantId, message: FileMessage, body: Uint8Array): void;
  /** The way to that owner is gone or new. */
  lost(owner: ParticipantId): void;
  /** Looks whose turn it is: an owner may have come back. */
  turn(): void;
}

interface Deps {
  sessionId: string;
  disk: FileDisk;
  /** False: there is no way to that owner now. */
  send: (owner: ParticipantId, message: FileMessage) => boolean;
  isReachable: (owner: ParticipantId) => boolean;
  onFetched: (file: PublishedFile, fetched: Fetched) => void;
}

const showEveryMs = 200;

/** All that this window fetches: of each owner one file at a time, in the order in which they were wanted. */
export function createFileFetcher({ sessionId, disk, send, isReachable, onFetched }: Deps): FileFetcher {
  const ones = new Map<string, One>();
  const all = createSignal<ReadonlyMap<string, One>>(new Map());
  let body: Uint8Array = new Uint8Array(0);
  let shownAt = -Infinity;

  /** Progress is shown a few times a second, all else at once. */
  function keep(one: One): void {
    const before = ones.get(one.file.id);
    ones.set(one.file.id, one);
    const isProgress = before?.transfer.phase === one.transfer.phase;
    if (isProgress && performance.now() - shownAt < showEveryMs) return;
    shownAt = performance.now();
    all.value = new Map(ones);
  }

  function dispatch(file: PublishedFile, event: TransferEvent): void {
    const before = ones.get(file.id) ?? { file, transfer: newTransfer(file.size), fetched: null };
    const [transfer, ...effects] = nextTransfer(before.transfer, event);
    if (transfer !== before.transfer) keep({ ...before, transfer });
    for (const effect of effects) perform(file, transfer, effect);
    turn();
  }

  function perform(file: PublishedFile, { round, asked, bytes }: Transfer, effect: TransferEffect): void {
    const { id: fileId, by, size } = file;
    const place = { sessionId, fileId, size };
    switch (effect) {
      case 'open':
        return disk.ask({ type: 'open', ...place });
      case 'wipe':
        return disk.ask({ type: 'wipe', ...place });
      case 'close':
        return disk.ask({ type: 'close', fileId });
      case 'finish':
        return disk.ask({ type: 'finish', fileId });
      case 'want':
        return void send(by, { type: 'file.want', fileId, round, from: bytes });
      case 'stop':
        return void send(by, { type: 'file.stop', fileId, round });
      case 'got':
        return void send(by, { type: 'file.got', fileId, round, upTo: bytes });
      case 'write':
        return disk.write(fileId, asked - body.length, body);
      case 'received': {
        const fetched = ones.get(fileId)?.fetched;
        return fetched ? onFetched(file, fetched) : undefined;
      }
    }
  }

  function turn(): void {
    const busy = new Set<ParticipantId>();
    for (const { file, transfer } of ones.values()) if (transfer.phase === 'running') busy.add(file.by);
    for (const { file, transfer } of ones.values()) {
      if (transfer.phase !== 'waiting' || busy.has(file.by) || !isReachable(file.by)) continue;
      busy.add(file.by);
      dispatch(file, { type: 'turn' });
    }
  }

  function hear(message: FromFileWorker): void {
    const one = ones.get(message.fileId);
    if (!one) return;
    const { file } = one;
    switch (message.type) {
      case 'opened':
        return dispatch(file, { type: 'opened', bytes: message.bytes });
      case 'written':
        return dispatch(file, { type: 'written', upTo: message.upTo });
      case 'failed':
        return dispatch(file, { type: 'store-failed', code: message.code });
      case 'finished': {
        const { sha256, blob, head } = message;
        keep({ ...one, fetched: { sha256, blob, isProgram: isProgram(head) } });
        return dispatch(file, { type: 'finished', sha256 });
      }
    }
  }
  disk.listen(hear);

  const of = (owner: ParticipantId, fileId: string): PublishedFile | null => {
    const file = ones.get(fileId)?.file;
    return file?.by === owner ? file : null;
  };

  return {
    all,
    dispatch,
    receive(owner, message, bytes) {
      const file = of(owner, message.fileId);
      if (!file) return;
      body = bytes;
      switch (message.type) {
        case 'file.piece':
          return dispatch(file, { type: 'piece', round: message.round, at: message.at, length: bytes.length });
        case 'file.end':
          return dispatch(file, { type: 'ended', round: message.round, sha256: message.sha256 });
        case 'file.unable':
          return dispatch(file, { type: 'unable', round: message.round, code: message.code });
        case 'file.ready':
          return dispatch(file, { type: 'ready' });
        case 'file.want':
        case 'file.got':
        case 'file.stop':
          return undefined;
      }
    },
    lost(owner) {
      for (const { file } of ones.values()) if (file.by === owner) dispatch(file, { type: 'lost' });
    },
    turn,
  };
}
