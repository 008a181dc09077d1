import type { Pointer } from '../../../protocol/pointer.ts';
import type { Cursor } from './cursor.ts';
import type { Point } from './point-in.ts';

export interface FollowPointer {
  /** Null: there is no pointer any more. */
  show(pointer: Pointer | null, name: string): void;
  /** The page under it has moved. */
  again(): void;
}

/** One who has gone without a word is not there for ever. */
const idleMs = 60_000;

interface Deps {
  cursor: Cursor;
  /** Where the pointer is in the layer; null when it cannot be shown. */
  place(pointer: Pointer): Point | null;
}

/** Draws somebody else's pointer, and a ring for each time it was pressed. */
export function followPointer({ cursor, place }: Deps): FollowPointer {
  let last: Pointer | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function draw(): Point | null {
    const point = last?.here ? place(last) : null;
    cursor.move(point);
    return point;
  }
  function forget() {
    last = null;
    cursor.move(null);
  }
  return {
    show(pointer, name) {
      const presses = last && last.documentId === pointer?.documentId ? last.presses : 0;
      last = pointer;
      clearTimeout(idle);
      if (pointer) idle = setTimeout(forget, idleMs);
      cursor.name(name);
      const point = draw();
      if (point && pointer && pointer.presses > presses) cursor.ripple(point);
    },
    again: () => void draw(),
  };
}
