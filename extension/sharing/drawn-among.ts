import type { DrawIndicatorDeps } from '../assist/draw-indicator.ts';
import type { Frames } from '../platform/store.ts';

interface Kept {
  get(): Promise<Frames>;
  /** One after the other, so that tabs do not write over each other. */
  change(next: (before: Frames) => Frames): Promise<void>;
}

/** The style sheet that is drawn in each tab, kept in one list. */
export const drawnAmong =
  ({ get, change }: Kept) =>
  (tabId: number): DrawIndicatorDeps['drawn'] => ({
    get: async () => (await get()).find((frame) => frame.tabId === tabId)?.css ?? null,
    set: (css) =>
      change((before) => {
        const others = before.filter((frame) => frame.tabId !== tabId);
        return css === null ? others : [...others, { tabId, css }];
      }),
  });
