import type { FolderFailure } from '../../protocol/folder.ts';

const codes: Readonly<Record<string, FolderFailure>> = {
  NotFoundError: 'not-found',
  TypeMismatchError: 'wrong-kind',
  NotAllowedError: 'not-permitted',
  SecurityError: 'not-permitted',
  NoModificationAllowedError: 'not-permitted',
  QuotaExceededError: 'disk-full',
  /** The file is another by now, or gone. */
  NotReadableError: 'changed',
  InvalidModificationError: 'impossible',
  AbortError: 'not-permitted',
  TypeError: 'leads-out',
};

/** What a browser's exception about a file means. */
export const failureOf = (error: unknown): FolderFailure =>
  (error instanceof Error || error instanceof DOMException ? codes[error.name] : undefined) ?? 'failed';
