import { isShortWay } from './key-frames.ts';
import type { PageStep } from './page-step.ts';
import { pictureChanges } from './picture-changes.ts';
import type { SegmentStore } from './segment-store.ts';
import { createTabPicture, type TabPicture } from './tab-picture.ts';

/** Where playing is, and how to get elsewhere. */
export interface PagePlace {
  /**
   * Steps that show the page as it was then. `isWhole`: whatever is shown; else they follow on what is. `isFresh`: nobody
   * knows any more what is shown.
   */
  seek(at: number, isFresh: boolean): { steps: readonly PageStep[]; isWhole: boolean };
  /** Steps that follow on what is shown, up to then. */
  advance(to: number): readonly PageStep[];
}

export function createPagePlace(store: SegmentStore): PagePlace {
  /** Of the segment that is played. */
  let index = -1;
  let steps: readonly PageStep[] = [];
  let next = 0;
  let now = -1;
  /** What is shown; null: nobody knows. */
  let picture: TabPicture | null = null;

  /** How many of the steps have happened by then. */
  function countAt(at: number): number {
    let count = next;
    while ((steps[count]?.at ?? Infinity) <= at) count += 1;
    return count;
  }
  function due(to: number): readonly PageStep[] {
    const from = next;
    next = countAt(to);
    const some = steps.slice(from, next);
    for (const step of some) picture?.apply(step);
    return some;
  }
  /** Nothing, for the page: when that has been shown, all before has been. */
  function mark(at: number): PageStep[] {
    const page = picture?.frames.get(0);
    if (!page) return [];
    const { documentId, seq, viewport, more } = page;
    const head = { isSnapshot: false, frame: 0, owner: null, documentId, seq, viewport, more };
    return [{ at, kind: 'batch', ...head, json: '[]' }];
  }

  return {
    seek(at, isFresh) {
      const before = now;
      now = at;
      const to = store.indexAt(at);
      if (!isFresh && to === index && at >= before && picture && isShortWay(steps.slice(next, countAt(at)))) {
        return { steps: [...due(at), ...mark(at)], isWhole: false };
      }
      const shown = isFresh ? null : picture;
      const stretch = store.get(to);
      const key = stretch?.key() ?? [{ at, kind: 'blank', why: 'stopped' } satisfies PageStep];
      index = to;
      steps = stretch?.steps() ?? [];
      next = 0;
      picture = createTabPicture();
      for (const step of key) picture.apply(step);
      const since = due(at);
      const changes = shown && pictureChanges(shown, picture, at);
      if (changes) return { steps: changes, isWhole: false };
      const whole = picture.whole(at) ?? [...key, ...since];
      return { steps: [{ at, kind: 'pointer', pointer: null }, ...whole], isWhole: true };
    },
    advance(to) {
      now = to;
      const all = [...due(to)];
      for (let stretch = store.get(index + 1); stretch && stretch.from <= to; stretch = store.get(index + 1)) {
        index += 1;
        steps = stretch.steps();
        next = 0;
        // The same picture is there already, but for a page that was turned to.
        if (stretch.isCut) {
          const key = stretch.key();
          for (const step of key) picture?.apply(step);
          all.push(...key);
        }
        all.push(...due(to));
      }
      return all;
    },
  };
}
