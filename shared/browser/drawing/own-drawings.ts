import type { Drawing } from '../../protocol/drawing.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';

/** One person's own drawings, for taking back the last. */
export interface OwnDrawings {
  nextId(): number;
  sent(what: Drawing): void;
  /** Null: there is none left. */
  undo(): Drawing | null;
}

const idsUpTo = 2 ** 40;

/** Who comes back begins at another number, so that what was drawn before is not drawn over. */
export function createOwnDrawings(random: () => number = Math.random): OwnDrawings {
  let last = Math.floor(random() * idsUpTo);
  let ids: readonly number[] = [];
  return {
    nextId: () => (last += 1),
    sent(what) {
      if (what.type === 'drawing.clear') ids = [];
      if (what.type === 'drawing.put')
        ids = [...ids.filter((id) => id !== what.id), what.id].slice(-drawingLimits.alivePerPerson);
    },
    undo() {
      const id = ids.at(-1);
      ids = ids.slice(0, -1);
      return id === undefined ? null : { type: 'drawing.undo', id };
    },
  };
}
