import { type ReadonlySignal, signal } from '@preact/signals';
import type { FolderDoubt } from '../../folder/serve-folder.ts';
import { limits } from '../../protocol/limits.ts';

export interface AskedDoubt extends FolderDoubt {
  /** Tells it from the next one about the same. */
  number: number;
  askedAt: number;
}

/** Questions about what cannot be undone: one after the other, each for half a minute, then it is a no. */
export interface Doubts {
  readonly now: ReadonlySignal<AskedDoubt | null>;
  ask(doubt: FolderDoubt): Promise<boolean>;
  answer(number: number, isYes: boolean): void;
  dismissAll(): void;
}

const mostWaiting = 16;

export function createDoubts(clock: () => number): Doubts {
  const now = signal<AskedDoubt | null>(null);
  const waiting: { doubt: FolderDoubt; resolve: (isYes: boolean) => void }[] = [];
  let resolveNow: ((isYes: boolean) => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let number = 0;

  function next(): void {
    const first = waiting.shift();
    resolveNow = first?.resolve ?? null;
    now.value = first ? { ...first.doubt, number: (number += 1), askedAt: clock() } : null;
    clearTimeout(timer);
    if (first) timer = setTimeout(() => finish(false), limits.answerWithinMs);
  }
  function finish(isYes: boolean): void {
    resolveNow?.(isYes);
    next();
  }

  return {
    now,
    ask(doubt) {
      if (waiting.length >= mostWaiting) return Promise.resolve(false);
      return new Promise((resolve) => {
        waiting.push({ doubt, resolve });
        if (now.peek() === null) next();
      });
    },
    answer(which, isYes) {
      if (now.peek()?.number === which) finish(isYes);
    },
    dismissAll() {
      for (const { resolve } of waiting.splice(0)) resolve(false);
      if (now.peek() !== null) finish(false);
    },
  };
}
