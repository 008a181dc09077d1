import * as v from 'valibot';
import { commandIdSchema } from '../../protocol/ids.ts';
import { fileLimits, sha256Schema } from '../../session/file.ts';

const ids = v.pipe(v.array(commandIdSchema), v.maxLength(fileLimits.files));
const chosenSchema = v.object({
  /** As its computer calls it, and ms since 1970 by its clock. */
  name: v.string(),
  lastModified: v.number(),
  /** Null: the window was reloaded before it was known. */
  sha256: v.nullable(sha256Schema),
});
export type Chosen = v.InferOutput<typeof chosenSchema>;

const keptSchema = v.object({
  /** Being fetched, in the order in which they were wanted. */
  wanted: ids,
  paused: ids,
  /** Published by others and looked at here. */
  seen: ids,
  /** Of what was published here, by the file's id: so that it is known when it is chosen again. */
  chosen: v.record(commandIdSchema, chosenSchema),
});
export type KeptFiles = v.InferOutput<typeof keptSchema>;

/** What of a window's files outlives its reload; the files themselves, where it publishes some, do not. */
export interface FileKeeper {
  get(): KeptFiles;
  set(kept: KeptFiles): void;
}

const nothing: KeptFiles = { wanted: [], paused: [], seen: [], chosen: {} };

export function keptFiles(sessionId: string, storage: Pick<Storage, 'getItem' | 'setItem'>): FileKeeper {
  const key = `beside.files.${sessionId}`;
  return {
    get() {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keptSchema), storage.getItem(key));
      return parsed.success ? parsed.output : nothing;
    },
    set: (kept) => storage.setItem(key, JSON.stringify(kept)),
  };
}
