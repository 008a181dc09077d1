import type { eventWithTime } from '@rrweb/types';
import type { Batch } from '../play/batch.ts';
import { pieceCost } from './pieces.ts';
import { createSanitiser, type Sanitiser } from './sanitiser.ts';

export type ToCleaner =
  | { type: 'batch'; batch: Batch; snapshot: boolean }
  /** There is room for one more message. */
  | { type: 'more' };

/** Why no more can come: the next batch must be a snapshot. */
export type Broken = 'damaged' | 'too-busy';

export type FromCleaner =
  | {
      type: 'pieces';
      /** The first of a new document. */
      begins: boolean;
      events: eventWithTime[];
      /** The last batch that ends here. */
      ended: Batch | null;
      /** Something was left out because it was too much. */
      over: boolean;
    }
  | { type: 'broken'; code: Broken };

/** Of one batch; no page changes that much at once, and then a snapshot is shorter. */
const eventsAtMost = 20_000;
/** How many messages may be under way to the player. */
const ahead = 2;

type Step = { begins: true } | { event: eventWithTime; cost: number } | { ended: Batch };

/**
 * Parses and sanitises batches in their order and gives them out in small pieces, as fast as the player
 * asks for more. Runs in a worker: parsing is one task, however long the text.
 */
export function createCleaning(post: (message: FromCleaner) => void): (message: ToCleaner) => void {
  const waiting: { batch: Batch; snapshot: boolean }[] = [];
  let sanitiser: Sanitiser = createSanitiser();
  let work: Generator<Step, void> | null = null;
  let peeked: Step | null = null;
  let room = ahead;

  function* steps(): Generator<Step, void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { batch, snapshot } = next;
      const events: unknown = JSON.parse(batch.events);
      if (!Array.isArray(events)) throw new TypeError('not a list of events');
      if (events.length > eventsAtMost) throw new RangeError('too many events');
      if (snapshot) {
        sanitiser = createSanitiser();
        yield { begins: true };
      }
      for (const raw of events) yield* sanitiser.sanitise(raw);
      yield { ended: { ...batch, events: '' } };
    }
  }
  function nextStep(): Step | null {
    if (peeked) {
      const step = peeked;
      peeked = null;
      return step;
    }
    if (waiting.length > 0) work ??= steps();
    const step = work?.next();
    if (step && !step.done) return step.value;
    work = null;
    return null;
  }

  function gather(): FromCleaner | null {
    const events: eventWithTime[] = [];
    let begins = false;
    let ended: Batch | null = null;
    let cost = 0;
    for (let step = nextStep(); step; step = nextStep()) {
      if ('begins' in step) {
        if (events.length > 0 || ended) {
          peeked = step;
          break;
        }
        begins = true;
      } else if ('ended' in step) {
        ended = step.ended;
      } else {
        events.push(step.event);
        cost += step.cost;
      }
      if (cost >= pieceCost) break;
    }
    if (!begins && !ended && events.length === 0) return null;
    return { type: 'pieces', begins, events, ended, over: sanitiser.over };
  }

  function pump() {
    while (room > 0) {
      let message: FromCleaner | null;
      try {
        message = gather();
      } catch (error) {
        work = null;
        waiting.length = 0;
        message = { type: 'broken', code: error instanceof RangeError ? 'too-busy' : 'damaged' };
      }
      if (!message) return;
      room -= 1;
      post(message);
    }
  }

  return (message) => {
    if (message.type === 'more') room += 1;
    else waiting.push({ batch: message.batch, snapshot: message.snapshot });
    pump();
  };
}
