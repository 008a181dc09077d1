/** Takes a place for a feed of that key; `end` is called when a newer one needs it. Returns how to give it back. */
export type FeedSlots = (key: string, end: () => void) => () => void;

/** At most so many feeds of one key at a time: a newer one ends the oldest. */
export function createFeedSlots(atMost: number): FeedSlots {
  const taken = new Map<string, (() => void)[]>();
  return (key, end) => {
    const others = taken.get(key) ?? [];
    const all = [...others, end];
    taken.set(key, all.slice(-atMost));
    for (const oldest of all.slice(0, -atMost)) oldest();
    return () => {
      const left = (taken.get(key) ?? []).filter((one) => one !== end);
      if (left.length > 0) taken.set(key, left);
      else taken.delete(key);
    };
  };
}
