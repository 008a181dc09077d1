import type { eventWithTime } from '@rrweb/types';
import type { Batch } from '../play/batch.ts';
import { pieceCost } from './pieces.ts';
import { rehearsal } from './rehearsal.ts';
import { createSanitiser, type Sanitiser } from './sanitiser.ts';

/** `order`: the player counts what it sends, whatever frame it is of. */
export interface Ordered {
  batch: Batch;
  order: number;
  snapshot: boolean;
}

export type ToCleaner =
  | ({ type: 'batch' } & Ordered)
  /** The document in that frame has gone. */
  | { type: 'left'; frame: number }
  /** There is room for one more message. */
  | { type: 'more' }
  /** Nothing has come yet: the time to try all of this out. */
  | { type: 'rehearse' };

/** Why no more of a frame can come: its next batch must be a snapshot. */
export type Broken = 'damaged' | 'too-busy';

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
  | { type: 'broken'; frame: number; code: Broken };

/** Of one batch; no page changes that much at once, and then a snapshot is shorter. */
const eventsAtMost = 20_000;
/** How many messages may be under way to the player. */
const ahead = 6;
const framesAtMost = 64;

type Step =
  | { frame: number; begins: Batch }
  | { frame: number; event: eventWithTime; cost: number }
  | { frame: number; ended: Ordered }
  | { frame: number; left: true }
  | { frame: number; broken: Broken };

/**
 * Parses and sanitises batches in their order and gives them out in small pieces, as fast as the player
 * asks for more. Runs in a worker: parsing is one task, however long the text.
 */
export function createCleaning(post: (message: FromCleaner) => void): (message: ToCleaner) => void {
  const waiting: (Ordered | { left: number })[] = [];
  const sanitisers = new Map<number, Sanitiser>();
  let work: Generator<Step, void> | null = null;
  let peeked: Step | null = null;
  let room = ahead;

  function* batchSteps({ batch, snapshot, order }: Ordered): Generator<Step, void> {
    const { frame } = batch;
    const events: unknown = JSON.parse(batch.events);
    if (!Array.isArray(events)) throw new TypeError('not a list of events');
    if (events.length > eventsAtMost) throw new RangeError('too many events');
    if (snapshot) {
      if (frame === 0) sanitisers.clear();
      else if (sanitisers.size >= framesAtMost && !sanitisers.has(frame)) return;
      sanitisers.set(frame, createSanitiser());
      yield { frame, begins: { ...batch, events: '' } };
    }
    const sanitiser = sanitisers.get(frame);
    if (!sanitiser) return;
    for (const raw of events) for (const piece of sanitiser.sanitise(raw)) yield { frame, ...piece };
    yield { frame, ended: { batch: { ...batch, events: '' }, snapshot, order } };
  }
  function* steps(): Generator<Step, void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if ('left' in next) {
        sanitisers.delete(next.left);
        yield { frame: next.left, left: true };
        continue;
      }
      try {
        yield* batchSteps(next);
      } catch (error) {
        sanitisers.delete(next.batch.frame);
        yield { frame: next.batch.frame, broken: error instanceof RangeError ? 'too-busy' : 'damaged' };
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
      const isFirst = 'begins' in step || 'left' in step || 'broken' in step;
      if (pieces && (isFirst || pieces.frame !== frame)) {
        peeked = step;
        break;
      }
      if ('left' in step) return { type: 'left', frame };
      if ('broken' in step) return { type: 'broken', frame, code: step.broken };
      pieces ??= { type: 'pieces', frame, begins: null, events: '', ended: null, over: false };
      if ('begins' in step) pieces.begins = step.begins;
      else if ('ended' in step) pieces.ended = step.ended;
      else {
        events.push(step.event);
        cost += step.cost;
      }
      if (cost >= pieceCost) break;
    }
    return pieces && { ...pieces, events: JSON.stringify(events), over: sanitisers.get(pieces.frame)?.over === true };
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
    const sanitiser = createSanitiser();
    const raw = JSON.parse(JSON.stringify(rehearsal())) as unknown[];
    const events = raw.flatMap((one) => [...sanitiser.sanitise(one)]).map(({ event }) => event);
    post({ type: 'rehearsed', events: JSON.stringify(events) });
  }

  return (message) => {
    if (message.type === 'rehearse') return rehearse();
    if (message.type === 'more') room += 1;
    else if (message.type === 'left') waiting.push({ left: message.frame });
    else waiting.push({ batch: message.batch, order: message.order, snapshot: message.snapshot });
    pump();
  };
}
