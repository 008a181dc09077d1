import { type FileFailure, filePieceBytes } from '../../protocol/file.ts';
import { type StoreFailure, tellAfterBytes } from './file-work.ts';

/** Why what one fetches does not go on by itself. */
export type TransferFailure = StoreFailure | Exclude<FileFailure, 'choose-again'> | 'broken';

export type TransferPhase =
  /** Nothing of it is wanted. */
  | 'none'
  /** What is there of it is being looked at. */
  | 'opening'
  /** Another file of the same owner is before it, or its owner is away. */
  | 'waiting'
  | 'running'
  | 'paused'
  /** Its owner must choose it again. */
  | 'choose-again'
  | 'checking'
  | 'done'
  | 'failed';

/** One file that this window fetches. */
export interface Transfer {
  phase: TransferPhase;
  /** Of the last `file.want`. */
  round: number;
  /** Where the next piece begins. */
  asked: number;
  /** On the disk. */
  bytes: number;
  /** As much of that as its owner was told. */
  told: number;
  size: number;
  /** Its owner's hash, once all has been sent. */
  sha256: string | null;
  /** It came once and was not what its owner has. */
  isSecondTry: boolean;
  failure: TransferFailure | null;
}

export type TransferEvent =
  /** `sha256`: had once, and what it gave. */
  | { type: 'wanted'; sha256: string | null }
  | { type: 'paused' }
  | { type: 'cancelled' }
  /** It is its turn on a link that is there. */
  | { type: 'turn' }
  /** The link is gone or new. */
  | { type: 'lost' }
  | { type: 'opened'; bytes: number }
  | { type: 'piece'; round: number; at: number; length: number }
  | { type: 'written'; upTo: number }
  | { type: 'ended'; round: number; sha256: string }
  | { type: 'unable'; round: number; code: FileFailure }
  | { type: 'ready' }
  | { type: 'finished'; sha256: string }
  | { type: 'store-failed'; code: StoreFailure };

export type TransferEffect = 'open' | 'close' | 'want' | 'stop' | 'write' | 'got' | 'finish' | 'wipe' | 'received';

export const newTransfer = (size: number): Transfer => ({
  phase: 'none',
  round: 0,
  asked: 0,
  bytes: 0,
  told: 0,
  size,
  sha256: null,
  isSecondTry: false,
  failure: null,
});

type Next = readonly [Transfer, ...TransferEffect[]];

/** What becomes of it, and what is to be done. Whatever comes of an earlier round, or out of place, changes nothing. */
export function nextTransfer(now: Transfer, event: TransferEvent): Next {
  const to = (phase: TransferPhase, more: Partial<Transfer> = {}): Transfer => ({ ...now, phase, ...more });
  const isOf = (round: number) => now.phase === 'running' && round === now.round;
  switch (event.type) {
    case 'wanted':
      if (!['none', 'paused', 'failed', 'done'].includes(now.phase)) return [now];
      return [to('opening', { failure: null, isSecondTry: false, sha256: event.sha256 }), 'open'];
    case 'paused':
      if (!['opening', 'waiting', 'running', 'choose-again'].includes(now.phase)) return [now];
      return now.phase === 'running' ? [to('paused'), 'stop'] : [to('paused')];
    case 'cancelled':
      if (now.phase === 'none' || now.phase === 'done') return [now];
      return now.phase === 'running'
        ? [{ ...newTransfer(now.size), round: now.round }, 'stop', 'wipe', 'close']
        : [{ ...newTransfer(now.size), round: now.round }, 'wipe', 'close'];
    case 'opened': {
      const opened = { bytes: event.bytes, asked: event.bytes };
      if (now.phase !== 'opening') return now.phase === 'paused' ? [to('paused', opened)] : [now];
      return now.sha256 !== null && event.bytes === now.size
        ? [to('checking', opened), 'finish']
        : [to('waiting', opened)];
    }
    case 'turn':
      if (now.phase !== 'waiting') return [now];
      return [to('running', { round: now.round + 1, asked: now.bytes, told: now.bytes, sha256: null }), 'want'];
    case 'lost':
      return now.phase === 'running' || now.phase === 'choose-again'
        ? [to('opening', { sha256: null }), 'open']
        : [now];
    case 'piece':
      return piece(now, event, isOf(event.round));
    case 'written': {
      const written = { ...now, bytes: Math.max(now.bytes, event.upTo) };
      if (now.phase !== 'running') return [written];
      // While more is under way one word for some pieces does; each word costs both sides as much as a piece.
      const isDue = written.bytes === now.asked || written.bytes - now.told >= tellAfterBytes;
      return isDue ? mayFinish({ ...written, told: written.bytes }, 'got') : mayFinish(written);
    }
    case 'ended':
      return isOf(event.round) ? mayFinish({ ...now, sha256: event.sha256 }) : [now];
    case 'unable':
      if (!isOf(event.round)) return [now];
      return event.code === 'choose-again' ? [to('choose-again')] : [to('failed', { failure: event.code }), 'close'];
    case 'ready':
      return now.phase === 'choose-again' ? [to('opening'), 'open'] : [now];
    case 'finished':
      if (now.phase !== 'checking') return [now];
      if (event.sha256 === now.sha256) return [to('done'), 'received'];
      return now.isSecondTry
        ? [to('failed', { failure: 'broken', bytes: 0 }), 'wipe', 'close']
        : [to('opening', { isSecondTry: true, sha256: null }), 'wipe'];
    case 'store-failed':
      if (now.phase === 'none') return [now];
      return now.phase === 'running'
        ? [to('failed', { failure: event.code }), 'stop']
        : [to('failed', { failure: event.code })];
  }
}

function piece(now: Transfer, { at, length }: { at: number; length: number }, isMeant: boolean): Next {
  if (!isMeant) return [now];
  const fits = at === now.asked && length > 0 && length <= filePieceBytes && at + length <= now.size;
  // More than was said, or a gap: its owner's window does not do what it should.
  return fits
    ? [{ ...now, asked: at + length }, 'write']
    : [{ ...now, phase: 'failed', failure: 'broken' }, 'stop', 'close'];
}

/** When all is on the disk and its owner has said what all of it gives. */
function mayFinish(now: Transfer, ...effects: TransferEffect[]): Next {
  if (now.sha256 === null) return [now, ...effects];
  // Fewer bytes than the facts say.
  if (now.asked < now.size) return [{ ...now, phase: 'failed', failure: 'broken' }, ...effects, 'close'];
  return now.bytes < now.size ? [now, ...effects] : [{ ...now, phase: 'checking' }, ...effects, 'finish'];
}
