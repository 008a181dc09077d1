import * as v from 'valibot';
import { defaultFilePolicy, type FilePolicy, fileRefusal } from '../protocol/file-policy.ts';
import { commandIdSchema, type ParticipantId, participantIdSchema } from '../protocol/ids.ts';
import { fileNamePattern } from './file-name.ts';
import type { Participant, SessionState } from './state.ts';

export const fileLimits = {
  /** In one session, the withdrawn ones too. */
  files: 200,
  /** Beyond it numbers of bytes are not exact any more. */
  bytes: Number.MAX_SAFE_INTEGER,
} as const;

/** `hosts`: customers are not told of it. An id: for that one, and the hosts know of it. */
export const fileAudienceSchema = v.union([v.picklist(['all', 'hosts']), participantIdSchema]);
export type FileAudience = v.InferOutput<typeof fileAudienceSchema>;

export const fileSizeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(fileLimits.bytes));
/** In hex. */
export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const publishedEntries = {
  name: v.pipe(v.string(), v.regex(fileNamePattern)),
  size: fileSizeSchema,
  /** What its computer takes it for; empty: it does not know. */
  mediaType: v.pipe(v.string(), v.maxLength(100), v.regex(/^(?:[\w.+-]+\/[\w.+-]+)?$/)),
  to: fileAudienceSchema,
};
export const receivedEntries = { fileId: commandIdSchema, size: fileSizeSchema, sha256: sha256Schema };

interface Receipt {
  by: ParticipantId;
  /** Relay's time, ms since 1970. */
  at: number;
  sha256: string;
}

/** Offered by its owner's window, from which the others fetch it; the relay has its name only. */
export interface PublishedFile {
  id: string;
  by: ParticipantId;
  /** Relay's time, ms since 1970. */
  at: number;
  name: string;
  size: number;
  mediaType: string;
  to: FileAudience;
  withdrawnAt: number | null;
  /** Who has all of it, each once. */
  received: readonly Receipt[];
}

type Files = readonly PublishedFile[];
type Person = Pick<Participant, 'id' | 'role'>;

/** What the site decides of files, as the session began with it. */
export const filePolicyOf = (state: SessionState): FilePolicy =>
  state.phase === 'none' ? defaultFilePolicy : state.filePolicy;

export const fileWith = (files: Files, fileId: string): PublishedFile | undefined =>
  files.find(({ id }) => id === fileId);

/** Whether somebody may fetch it. */
export const isFileFor = ({ by, to }: Pick<PublishedFile, 'by' | 'to'>, { id, role }: Person): boolean =>
  id !== by && (to === 'all' || to === id || (to === 'hosts' && role !== 'customer'));

/** Whether somebody is told that there is such a file: hosts of each, customers of what is for them or theirs. */
export const knowsFile = (file: Pick<PublishedFile, 'by' | 'to'>, person: Person): boolean =>
  person.role !== 'customer' || file.by === person.id || isFileFor(file, person);

type FileRefusal =
  | 'actor.not-host'
  | 'actor.not-present'
  | 'file.full'
  | 'file.not-here'
  | 'file.not-yours'
  | 'file.had'
  | ReturnType<typeof fileRefusal>;

interface Room {
  files: Files;
  filePolicy: FilePolicy;
  participants: Readonly<Record<ParticipantId, Participant>>;
}

export function mayPublish(
  { files, filePolicy, participants }: Room,
  actor: Person,
  { name, size, to }: { name: string; size: number; to: FileAudience },
): FileRefusal {
  if (to === 'hosts' && actor.role === 'customer') return 'actor.not-host';
  if (to !== 'all' && to !== 'hosts' && (to === actor.id || participants[to]?.phase !== 'present')) {
    return 'actor.not-present';
  }
  return files.length >= fileLimits.files ? 'file.full' : fileRefusal(filePolicy, actor.role, { name, size });
}

export function mayWithdraw({ files }: Room, actor: Person, fileId: string): FileRefusal {
  const file = fileWith(files, fileId);
  if (!file || file.withdrawnAt !== null) return 'file.not-here';
  return file.by === actor.id ? null : 'file.not-yours';
}

/** Also of one that has been withdrawn meanwhile: what was fetched was fetched. */
export function mayReceive(
  { files }: Room,
  actor: Person,
  { fileId, size }: { fileId: string; size: number },
): FileRefusal {
  const file = fileWith(files, fileId);
  if (!file || file.size !== size) return 'file.not-here';
  if (!isFileFor(file, actor)) return 'file.not-yours';
  return file.received.some(({ by }) => by === actor.id) ? 'file.had' : null;
}

type Placed = { by: ParticipantId; at: number };

export function addFile(files: Files, file: Omit<PublishedFile, 'withdrawnAt' | 'received'>): Files {
  return fileWith(files, file.id) ? files : [...files, { ...file, withdrawnAt: null, received: [] }];
}

export const withdrawFile = (files: Files, fileId: string, { by, at }: Placed): Files =>
  files.map((file) => {
    return file.id === fileId && file.by === by && file.withdrawnAt === null ? { ...file, withdrawnAt: at } : file;
  });

export const receiveFile = (files: Files, fileId: string, receipt: Receipt): Files =>
  files.map((file) => {
    const isNew = file.id === fileId && file.received.every(({ by }) => by !== receipt.by);
    return isNew ? { ...file, received: [...file.received, receipt] } : file;
  });
