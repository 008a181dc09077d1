import { isShortWay } from './key-frames.ts';
import { mergeSteps } from './merge-steps.ts';
import type { PageStep } from './page-step.ts';
import { pictureChanges } from './picture-changes.ts';
import type { SegmentStore } from './segment-store.ts';
import { createTabPicture, type TabPicture } from './tab-picture.ts';

/** Where playing is, and how to get elsewhere. */
interface PagePlace {
  /**
   * Steps that show the page as it was then. `isWhole`: whatever is shown; else they follow on what is. `isFresh`: nobody
   * knows any more what is shown.
   */
  seek(at: number, isFresh: boolean): { steps: readonly PageStep[]; isWhole: boolean };
  /** Steps that follow on what is shown, up to then. */
  advance(to: number): readonly PageStep[];
}

/** Characters. The player's budgets count what came in since its last whole picture, and never what went. */
const addedAtMost = 2 * 1024 * 1024;

export function createPagePlace(store: SegmentStore): PagePlace {
  /** Of the segment that is played. */
  let index = -1;
  let steps: readonly PageStep[] = [];
  let next = 0;
  let now = -1;
  /** What is shown, but for what has been played since; that is put in when it is needed. */
  let picture: TabPicture = createTabPicture();
  let unseen: readonly PageStep[] = [];
  let page: Page | null = null;
  /** Characters of what was played since the page was shown whole. */
  let added = 0;

  /** How many of the steps have happened by then. */
  function countAt(at: number): number {
    let count = next;
    while ((steps[count]?.at ?? Infinity) <= at) count += 1;
    return count;
  }
  function due(to: number): readonly PageStep[] {
    const from = next;
    next = countAt(to);
    return steps.slice(from, next);
  }
  function shown(): TabPicture {
    for (const step of unseen) picture.apply(step);
    unseen = [];
    return picture;
  }
  function show(some: readonly PageStep[]) {
    unseen = [...unseen, ...some];
    page = pageAfter(some, page);
    added += sizeOf(some);
  }
  /** Nothing, for the page: when that has been shown, all before has been. */
  const mark = (at: number): PageStep[] => (page ? [{ ...page, at, isSnapshot: false, owner: null, json: '[]' }] : []);

  function goOn(at: number): readonly PageStep[] | null {
    if (!isShortWay(steps.slice(next, countAt(at)))) return null;
    const some = due(at);
    show(some);
    return [...some, ...mark(at)];
  }

  return {
    seek(at, isFresh) {
      const before = now;
      now = at;
      const to = store.indexAt(at);
      const near = !isFresh && to === index && at >= before ? goOn(at) : null;
      if (near) return { steps: near, isWhole: false };
      const stretch = store.get(to);
      index = to;
      steps = stretch?.steps() ?? [];
      next = 0;
      const all = [...(stretch?.key() ?? [{ at, kind: 'blank', why: 'stopped' } satisfies PageStep]), ...due(at)];
      const there = pageAfter(all, null);
      const isSame = !isFresh && added < addedAtMost && page !== null && page.documentId === there?.documentId;
      const from = isSame ? shown() : null;
      picture = createTabPicture();
      unseen = all;
      page = there;
      const changes = from && pictureChanges(from, shown(), at);
      added = changes ? added + sizeOf(changes) : 0;
      // The pointer is of another moment; where it is now comes last.
      return {
        steps: [{ at, kind: 'pointer', pointer: null }, ...(changes ?? mergeSteps(all))],
        isWhole: changes === null,
      };
    },
    advance(to) {
      now = to;
      const all = [...due(to)];
      for (let stretch = store.get(index + 1); stretch && stretch.from <= to; stretch = store.get(index + 1)) {
        index += 1;
        steps = stretch.steps();
        next = 0;
        // The same picture is there already, but for a page that was turned to.
        if (stretch.isCut) all.push(...stretch.key());
        all.push(...due(to));
      }
      show(all);
      // So that the next seek has no hour to make up for.
      shown();
      return all;
    },
  };
}

type Page = Extract<PageStep, { kind: 'batch' }>;

const sizeOf = (some: readonly PageStep[]): number =>
  some.reduce((sum, step) => (step.kind === 'batch' ? sum + step.json.length : sum), 0);

/** The newest batch of the page that is shown after these steps; null: none is. */
const pageAfter = (some: readonly PageStep[], before: Page | null): Page | null =>
  some.reduce<Page | null>((page, step) => {
    if (step.kind === 'blank') return null;
    return step.kind === 'batch' && step.frame === 0 ? step : page;
  }, before);
