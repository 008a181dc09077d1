import type { eventWithTime } from '@rrweb/types';
import type { Batch } from '../play/batch.ts';
import { type BodyReader, createBodyReader, createBodyWriter, LostThread } from '../wire/body.ts';
import { createKnownSheets } from '../wire/known-sheets.ts';
import { packSheets } from '../wire/pack-sheets.ts';
import { rehearsal } from '../wire/rehearsal.ts';
import { scrollEvents } from '../wire/scrolled.ts';
import { pieceCost } from './pieces.ts';
import { cleanAhead } from './safe-attribute.ts';
import { createSanitiser, type Sanitiser } from './sanitiser.ts';

/** `order`: the player counts what it sends, whatever frame it is of. */
export interface Ordered {
  batch: Batch;
  order: number;
  snapshot: boolean;
}

export type ToCleaner =
  | ({ type: 'batch' } & Ordered)
  /** Style sheets that later batches name. */
  | { type: 'sheets'; body: Uint8Array }
  /** The document in that frame has gone. */
  | { type: 'left'; frame: number }
  /** There is room for one more message. */
  | { type: 'more' }
  /** Forget all but the sheets, and say when that is done; a snapshot comes next. */
  | { type: 'drop' }
  /** Nothing has come yet: the time to try all of this out. */
  | { type: 'rehearse' };

/** Why no more of a frame can come: its next batch must be a snapshot. */
export type Broken = 'damaged' | 'too-busy' | 'page-too-large';

export type FromCleaner =
  | {
      type: 'pieces';
      frame: number;
      /** The first of a new document. */
      begins: Batch | null;
      /** `eventWithTime[]` as JSON: read back, it costs the player a fifth of what a copied list does. */
      events: string;
      /** The last batch that ends here. */
      ended: Ordered | null;
      /** Something was left out because it was too much. */
      over: boolean;
    }
  | { type: 'left'; frame: number }
  /** Events of nobody's page, as in `pieces`. */
  | { type: 'rehearsed'; events: string }
  /** `order`: of the batch that broke it. */
  | { type: 'broken'; frame: number; code: Broken; order: number }
  /** A batch of a frame of which nothing can be shown. */
  | { type: 'unshown'; frame: number; order: number };

export type FromWorker = FromCleaner | { type: 'dropped' };

/** Of one batch; no page changes that much at once, and then a snapshot is shorter. */
const eventsAtMost = 20_000;
/** How many messages may be under way to the player. */
const ahead = 6;
const framesAtMost = 64;
const nothing = new Uint8Array(0);

type Step =
  | { frame: number; begins: Batch }
  | { frame: number; event: eventWithTime; cost: number }
  | { frame: number; ended: Ordered }
  | { frame: number; left: true }
  | { frame: number; broken: Broken; order: number }
  | { frame: number; unshown: number };

/**
 * Inflates, parses and sanitises batches in their order and gives them out in small pieces, as fast as the player
 * asks for more. Runs in a worker: inflating and parsing are one task each, however long the text.
 */
export function createCleaning(post: (message: FromWorker) => void): (message: ToCleaner) => void {
  const waiting: (Ordered | { left: number })[] = [];
  const frames = new Map<number, { reader: BodyReader; sanitiser: Sanitiser }>();
  const sheets = createKnownSheets();
  let work: Generator<Step, void> | null = null;
  let peeked: Step | null = null;
  let room = ahead;

  function* batchSteps({ batch, snapshot, order }: Ordered): Generator<Step, void> {
    const { frame } = batch;
    if (snapshot) {
      if (frame === 0) frames.clear();
      else if (frames.size >= framesAtMost && !frames.has(frame)) {
        yield { frame, unshown: order };
        return;
      }
      frames.set(frame, { reader: createBodyReader(sheets.textOf), sanitiser: createSanitiser() });
    }
    const known = frames.get(frame);
    if (!known) {
      yield { frame, unshown: order };
      return;
    }
    const events: unknown = batch.scrolls ? scrollEvents(batch.scrolls) : JSON.parse(known.reader.read(batch.events));
    if (!Array.isArray(events)) throw new TypeError('not a list of events');
    if (events.length > eventsAtMost) throw new RangeError('too many events');
    const bare = { ...batch, events: nothing };
    if (snapshot) yield { frame, begins: bare };
    for (const raw of events) for (const piece of known.sanitiser.sanitise(raw)) yield { frame, ...piece };
    yield { frame, ended: { batch: bare, snapshot, order } };
  }
  function* steps(): Generator<Step, void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if ('left' in next) {
        frames.delete(next.left);
        yield { frame: next.left, left: true };
        continue;
      }
      try {
        yield* batchSteps(next);
      } catch (error) {
        const { order, batch } = next;
        const { frame } = batch;
        frames.delete(frame);
        // A frame that breaks does so alone; but what is missing, only the whole page anew can bring.
        if (error instanceof LostThread) yield { frame: 0, broken: 'damaged', order };
        else yield { frame, broken: broken(error, next.snapshot), order };
      }
    }
  }
  function nextStep(): Step | null {
    if (peeked) {
      const step = peeked;
      peeked = null;
      return step;
    }
    if (waiting.length > 0) work ??= steps();
    const next = work?.next();
    if (next && !next.done) return next.value;
    work = null;
    return null;
  }

  /** As many steps of one frame as make a message. */
  function gather(): FromCleaner | null {
    let pieces: Extract<FromCleaner, { type: 'pieces' }> | null = null;
    const events: eventWithTime[] = [];
    let cost = 0;
    for (let step = nextStep(); step; step = nextStep()) {
      const { frame } = step;
      const isAlone = 'left' in step || 'broken' in step || 'unshown' in step;
      if (pieces && (isAlone || 'begins' in step || pieces.frame !== frame)) {
        peeked = step;
        break;
      }
      if ('left' in step) return { type: 'left', frame };
      if ('broken' in step) return { type: 'broken', frame, code: step.broken, order: step.order };
      if ('unshown' in step) return { type: 'unshown', frame, order: step.unshown };
      pieces ??= { type: 'pieces', frame, begins: null, events: '', ended: null, over: false };
      if ('begins' in step) pieces.begins = step.begins;
      else if ('ended' in step) pieces.ended = step.ended;
      else {
        events.push(step.event);
        cost += step.cost;
      }
      if (cost >= pieceCost) break;
    }
    const over = (frame: number) => frames.get(frame)?.sanitiser.over === true;
    return pieces && { ...pieces, events: JSON.stringify(events), over: over(pieces.frame) };
  }

  function drop() {
    waiting.length = 0;
    frames.clear();
    work = null;
    peeked = null;
    room = ahead;
    post({ type: 'dropped' });
  }
  function pump() {
    while (room > 0) {
      const message = gather();
      if (!message) return;
      room -= 1;
      post(message);
    }
  }

  function rehearse() {
    const { body, sheets: named } = rehearsal();
    const known = createKnownSheets();
    for (const packed of packSheets(named)) known.learn(packed);
    const sanitiser = createSanitiser();
    const reader = createBodyReader(known.textOf);
    const raw = JSON.parse(reader.read(createBodyWriter().write(body, true))) as unknown[];
    const events = raw.flatMap((one) => [...sanitiser.sanitise(one)]).map(({ event }) => event);
    post({ type: 'rehearsed', events: JSON.stringify(events) });
  }

  return (message) => {
    switch (message.type) {
      case 'more':
        room += 1;
        break;
      case 'left':
        waiting.push({ left: message.frame });
        break;
      case 'batch':
        waiting.push({ batch: message.batch, order: message.order, snapshot: message.snapshot });
        break;
      case 'sheets':
        for (const text of sheets.learn(message.body)) if (waiting.length === 0 && !work) cleanAhead(text);
        break;
      case 'drop':
        drop();
        break;
      case 'rehearse':
        rehearse();
        break;
    }
    pump();
  };
}

function broken(error: unknown, snapshot: boolean): Broken {
  if (!(error instanceof RangeError)) return 'damaged';
  return snapshot ? 'page-too-large' : 'too-busy';
}
