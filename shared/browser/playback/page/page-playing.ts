import { createSlices } from '../../cobrowse/play/slices.ts';
import type { FromPageWorker, ToPageWorker } from './page-messages.ts';
import { createPagePlace } from './page-place.ts';
import { createPageReader } from './page-reader.ts';
import type { PageStep } from './page-step.ts';
import { createReading } from './reading.ts';
import { createSegmentStore } from './segment-store.ts';
import { createStepSender } from './step-sender.ts';

/** Told of at most so often, ms of the recording. */
const tellEveryMs = 60_000;

/** The worker's work: reads recorded pages once, and gives out what a player needs to show any moment of them. */
export function createPagePlaying(post: (message: FromPageWorker, given?: Transferable[]) => void) {
  let active = new Set<number>();
  let missing: [number, number][] = [];
  let told = 0;
  /** Nothing more will come, and nothing more is to be read. */
  let isFed = false;
  let isComplete = false;
  /** The newest seek. */
  let number = 0;
  /** It asks for what has not been read. */
  let wanted: { at: number; isFresh: boolean } | null = null;

  const reader = createPageReader({
    segment(segment) {
      if (!store.add(segment)) post({ type: 'full', at: segment.from });
    },
    sheets: (body) => post({ type: 'sheets', message: { type: 'player.sheets', sheets: body.slice() } }),
    blob(hash, bytes) {
      for (const message of sender.blob(hash, bytes)) post({ type: 'late', message });
    },
    active: (at) => active.add(Math.floor(at / 1_000)),
    missing: (from, to) => missing.push([from, to]),
  });
  const store = createSegmentStore(reader.open);
  const sender = createStepSender();
  const place = createPagePlace(store);
  const reading = createReading(reader);
  const slices = createSlices(() => {
    const isMore = reading.step();
    if (isMore && reader.until() - told >= tellEveryMs) tell();
    if (!isMore && isFed && !isComplete) {
      isComplete = true;
      tell();
    }
    if (wanted && isRead(wanted.at)) seek(wanted.at, wanted.isFresh);
    return isMore;
  });
  const isRead = (at: number) => isComplete || at <= reader.until();

  function give(at: number, steps: readonly PageStep[], isSeek: boolean) {
    const messages = sender.messages(steps);
    const given = messages.flatMap((message) => ('events' in message ? [message.events.buffer] : []));
    const { sight, reach } = sender;
    post({ type: 'steps', number, at, messages, sight, reach, isSeek }, given);
  }
  function seek(at: number, isFresh: boolean) {
    wanted = null;
    const { steps, isWhole } = place.seek(at, isFresh);
    if (isWhole) sender.begin();
    give(at, steps, true);
  }
  function tell() {
    told = reader.until();
    // After the last page nothing comes.
    post({ type: 'read', until: isComplete ? Infinity : told, active: [...active], missing });
    active = new Set();
    missing = [];
  }

  return (message: ToPageWorker): void => {
    switch (message.type) {
      case 'track':
      case 'bytes':
      case 'gap':
      case 'end':
        reading.push(message);
        return slices.wake();
      case 'complete':
        isFed = true;
        return slices.wake();
      case 'seek':
        ({ number } = message);
        if (isRead(message.at)) return seek(message.at, message.isFresh);
        wanted = { at: message.at, isFresh: message.isFresh || wanted?.isFresh === true };
        return undefined;
      case 'advance': {
        if (message.number !== number || wanted) return undefined;
        const to = isComplete ? message.to : Math.min(message.to, reader.until());
        return give(to, place.advance(to), false);
      }
      case 'find':
        return post({ type: 'found', number: message.number, hits: reader.find(message.text) });
    }
  };
}
