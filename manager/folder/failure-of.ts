import type { FolderFailure } from '../../shared/protocol/folder.ts';

const codes: Readonly<Record<string, FolderFailure>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'wrong-kind',
  EISDIR: 'wrong-kind',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  // A link where none may be.
  ELOOP: 'leads-out',
  EXDEV: 'leads-out',
  ENXIO: 'leads-out',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'not-permitted',
  EBUSY: 'not-permitted',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'too-large',
  EMFILE: 'too-many',
  ENAMETOOLONG: 'impossible',
  EINVAL: 'impossible',
};

/** What an error of the system means to whoever asked. */
export const failureOf = (error: unknown): FolderFailure => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes[code] ?? 'failed';
};
