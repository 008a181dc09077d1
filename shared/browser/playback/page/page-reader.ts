import { readBlob } from '../../../recording/blob-record.ts';
import type { PageRecord } from '../../../recording/format.ts';
import { parseWith } from '../../../protocol/codec.ts';
import { pointerSchema } from '../../../protocol/pointer.ts';
import type { BlankReason, PageStep } from './page-step.ts';
import { createRecordedTab, type RecordedTab } from './recorded-tab.ts';
import { createSegmentWriter, type OpenSegment, type Segment } from './segments.ts';
import { createTextIndex, type TextHit } from './text-index.ts';

export interface PageReader {
  /** A track begins, and the one before is over. `startsAt`: ms since the recording began. */
  track(startsAt: number): void;
  /** The next of the track. */
  record(record: PageRecord): void;
  /** Some of it is missing: nothing after can be read before the page comes anew. */
  gap(): void;
  /** Up to here there is no more; what comes later belongs to another track. */
  end(endsAt: number): void;
  /** All that happened up to then, and then too, is known; -1: nothing is. */
  until(): number;
  /** The segment that is being read. */
  open(): OpenSegment | null;
  find(text: string): TextHit[];
}

export interface PageReaderOut {
  segment(segment: Segment): void;
  /** A body of style sheets, which later segments name. */
  sheets(body: Uint8Array): void;
  /** Bytes by hash, not looked at. */
  blob(hash: string, bytes: Uint8Array): void;
  /** Something moved in the page. */
  active(at: number): void;
  /** What was recorded is missing here. */
  missing(from: number, to: number): void;
}

/** Reads page tracks from their beginnings, once, and cuts what the host saw into segments that play by themselves. */
export function createPageReader(out: PageReaderOut): PageReader {
  const texts = createTextIndex();
  const segments = createSegmentWriter(out.segment);
  let tabs = new Map<number, RecordedTab>();
  let seen = 0;
  let startsAt = 0;
  let now = 0;
  let lostFrom: number | null = null;
  /** More may come that happened just now. */
  let isOver = false;

  function tab(number: number): RecordedTab {
    const known = tabs.get(number);
    if (known) return known;
    const made = createRecordedTab({
      onSheets: out.sheets,
      onText: (text) => {
        if (number === seen) texts.add(now, text);
      },
    });
    tabs.set(number, made);
    return made;
  }

  const nothing = (why: BlankReason): PageStep[] => [{ at: now, kind: 'blank', why }];
  function begin() {
    const key = seen === 0 ? nothing('stopped') : tab(seen).picture.whole(now);
    // While a document is still coming, the segment before goes on.
    if (key) segments.begin(now, key);
  }
  function look(number: number) {
    if (number === seen) return;
    seen = number;
    if (seen === 0) return segments.begin(now, nothing('stopped'), true);
    const key = tab(seen).picture.whole(now) ?? tab(seen).picture.said(now);
    segments.begin(now, key, true);
    for (const text of tab(seen).picture.texts()) texts.add(now, text);
  }
  function note(number: number, steps: readonly PageStep[]) {
    if (number !== seen || steps.length === 0) return;
    for (const step of steps) {
      if (step.kind === 'blank') {
        if (step.why === 'lost') lostFrom ??= now;
      } else if (step.kind === 'batch' && step.frame === 0 && step.isSnapshot) {
        if (lostFrom !== null) out.missing(lostFrom, now);
        lostFrom = null;
      }
      if (step.kind === 'batch' || step.kind === 'pointer') out.active(now);
    }
    const [first] = steps;
    // A page that comes anew needs nothing of what was before.
    if (first?.kind === 'batch' && first.isSnapshot && first.frame === 0)
      segments.begin(now, tab(seen).picture.said(now));
    segments.add(steps);
    if (segments.isFull()) begin();
  }

  function record({ kind, tab: number, at, body }: PageRecord) {
    // Clocks of records only go forward.
    now = Math.max(now, startsAt + at);
    isOver = false;
    switch (kind) {
      case 'seen':
        return look(number);
      case 'mirror':
        return note(number, tab(number).mirror(now, body));
      case 'asset':
        return note(number, tab(number).asset(now, body));
      case 'pointer': {
        const parsed = parseWith(pointerSchema, new TextDecoder().decode(body));
        return parsed.ok ? note(number, tab(number).pointer(now, parsed.message)) : undefined;
      }
      case 'blob': {
        const blob = readBlob(body);
        return blob ? out.blob(blob.hash, blob.bytes) : undefined;
      }
    }
  }

  return {
    track(from) {
      tabs = new Map();
      seen = 0;
      startsAt = from;
      now = Math.max(now, from);
      isOver = false;
    },
    record,
    gap() {
      for (const [one, recorded] of tabs) note(one, recorded.lose(now));
    },
    end(endsAt) {
      now = Math.max(now, endsAt);
      if (lostFrom !== null) out.missing(lostFrom, now);
      lostFrom = null;
      segments.begin(now, nothing('stopped'), true);
      segments.end();
      isOver = true;
    },
    until: () => (isOver ? now : now - 1),
    open: segments.open,
    find: texts.find,
  };
}
