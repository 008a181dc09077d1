/** How far the picture may lag behind, at first, ms: a page that is merely big gets longer the next time. */
const leastMs = 2_000;
const mostMs = 16_000;
const forgottenAfterMs = 60_000;
const batchesAtMost = 20_000;
const bytesAtMost = 32 * 1024 * 1024;

export interface Backlog {
  /** `order` only grows. */
  add(order: number, bytes: number): void;
  /** All up to `order` is shown; `whole`: and with it the document is. */
  done(order: number, whole: boolean): void;
  /** All that has come is shown. */
  isEmpty(): boolean;
  /** A whole new document is under way; what waits for it is not late. */
  begin(): void;
  /** More waits than can be made up for; asked once, for what follows is to be dropped. */
  tooMuch(): boolean;
}

/** What has come and is not shown yet. `now`: ms of a clock that only goes forward. */
export function createBacklog(now: () => number): Backlog {
  let waiting: { order: number; bytes: number; since: number }[] = [];
  let bytes = 0;
  let building = false;
  let patienceMs = leastMs;
  let lost = -Infinity;

  return {
    add(order, length) {
      waiting.push({ order, bytes: length, since: now() });
      bytes += length;
    },
    done(order, whole) {
      const late = waiting.findIndex((batch) => batch.order > order);
      const shown = waiting.splice(0, late < 0 ? waiting.length : late);
      for (const batch of shown) bytes -= batch.bytes;
      if (!building || !whole) return;
      building = false;
      for (const batch of waiting) batch.since = now();
    },
    isEmpty: () => waiting.length === 0 && !building,
    begin() {
      waiting = [];
      bytes = 0;
      building = true;
    },
    tooMuch() {
      const late = !building && now() - (waiting[0]?.since ?? now()) > patienceMs;
      if (!late && waiting.length <= batchesAtMost && bytes <= bytesAtMost) return false;
      const before = now() - lost > forgottenAfterMs ? leastMs : patienceMs;
      patienceMs = Math.min(mostMs, before * 2);
      lost = now();
      return true;
    },
  };
}
