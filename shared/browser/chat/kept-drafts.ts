import * as v from 'valibot';
import { chatIdSchema, saidEntries } from '../../session/chat.ts';

const keptAtMost = 50;
const draftSchema = v.object({ id: chatIdSchema, ...saidEntries });
const draftsSchema = v.pipe(v.string(), v.parseJson(), v.pipe(v.array(draftSchema), v.maxLength(keptAtMost)));
export type Draft = v.InferOutput<typeof draftSchema>;

/** What was said and has not reached the relay yet. */
export interface DraftKeeper {
  get(): readonly Draft[];
  set(drafts: readonly Draft[]): void;
}

/** Kept in this window, over a reload. */
export function keptDrafts(
  sessionId: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): DraftKeeper {
  const key = `beside.chat.${sessionId}`;
  return {
    get() {
      const parsed = v.safeParse(draftsSchema, storage.getItem(key));
      return parsed.success ? parsed.output : [];
    },
    set(drafts) {
      try {
        if (drafts.length > 0) storage.setItem(key, JSON.stringify(drafts.slice(-keptAtMost)));
        else storage.removeItem(key);
      } catch {
        // No room for pictures: what is said goes all the same, it only does not outlive a reload.
      }
    },
  };
}
