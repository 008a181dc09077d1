import type { FolderEntry, FolderFailure, Path } from '../protocol/folder.ts';

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: FolderFailure };

export const done: Outcome<null> = { ok: true, value: null };
export const fails = (code: FolderFailure): { ok: false; code: FolderFailure } => ({ ok: false, code });

/** Some entries of a folder, by name. */
export interface Page {
  entries: FolderEntry[];
  /** Where the next page begins; null: this is the last. */
  next: number | null;
  /** How many are in the folder and in no page. */
  left: number;
}

export interface Found {
  found: { path: Path; entry: FolderEntry }[];
  isWhole: boolean;
}

/** A file as it was when it was opened. */
export interface Reading {
  size: number;
  modified: number | null;
  /** From where the last one ended; shorter only at the end. */
  read(offset: number, length: number): Promise<Outcome<Uint8Array>>;
  /** All of it was read. */
  finish(sha256: string): Promise<Outcome<null>>;
  drop(): Promise<void>;
}

/** A file that is there under its name once it is whole, and not before. */
export interface Writing {
  write(bytes: Uint8Array): Promise<Outcome<null>>;
  finish(sha256: string): Promise<Outcome<null>>;
  drop(): Promise<void>;
}

/**
 * A folder that somebody has picked, and all that is in it; nothing leads out. Whoever calls has checked the names
 * of a path.
 */
export interface FolderRoot {
  readonly name: string;
  readonly canWrite: boolean;
  list(path: Path, from: number): Promise<Outcome<Page>>;
  stat(path: Path): Promise<Outcome<FolderEntry>>;
  search(path: Path, text: string): Promise<Outcome<Found>>;
  open(path: Path): Promise<Outcome<Reading>>;
  /** Without `replace` it fails where there is something, at the beginning or at the end. */
  create(path: Path, size: number, replace: boolean): Promise<Outcome<Writing>>;
  make(path: Path): Promise<Outcome<null>>;
  rename(path: Path, name: string): Promise<Outcome<null>>;
  /** With all that is in it. */
  remove(path: Path): Promise<Outcome<null>>;
  close(): void;
}

/** What files can be copied into. */
export type CopyTarget = Pick<FolderRoot, 'stat' | 'make' | 'create'>;
