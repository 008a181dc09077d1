import * as v from 'valibot';
import { noteEntries, noteLimits } from '../../../shared/session/note.ts';

const draftSchema = v.object(noteEntries);
export type NoteDraft = v.InferOutput<typeof draftSchema>;

const keptSchema = v.object({
  /** In the box, being written. */
  open: v.nullable(draftSchema),
  /** Not with the relay yet. */
  unsaved: v.pipe(v.array(draftSchema), v.maxLength(noteLimits.notes)),
});
export type KeptNotes = v.InferOutput<typeof keptSchema>;

export interface NoteKeeper {
  get(): KeptNotes;
  set(kept: KeptNotes): void;
}

/** Kept in this window, over a reload. */
export function keptNotes(sessionId: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): NoteKeeper {
  const key = `beside.notes.${sessionId}`;
  return {
    get() {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keptSchema), storage.getItem(key));
      return parsed.success ? parsed.output : { open: null, unsaved: [] };
    },
    set(kept) {
      if (kept.open === null && kept.unsaved.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(kept));
    },
  };
}
