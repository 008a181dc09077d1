import { type PageRecord, readRecords } from '../../../recording/format.ts';
import { concat } from '../../link/concat.ts';
import type { ToPageWorker } from './page-messages.ts';
import type { PageReader } from './page-reader.ts';

type ToRead = Extract<ToPageWorker, { type: 'track' | 'bytes' | 'gap' | 'end' }>;

interface Reading {
  push(message: ToRead): void;
  /** Reads one thing more. False: there is nothing. */
  step(): boolean;
}

type Work = Exclude<ToRead, { type: 'bytes' }> | PageRecord;
const none = new Uint8Array(0);

/** What has come of a recording, to be read a record at a time: so nobody who asks for something waits for all of it. */
export function createReading(reader: PageReader): Reading {
  let todo: Work[] = [];
  let next = 0;
  /** Of a record whose end has not come. */
  let rest = none;

  function perform(work: Work) {
    if ('kind' in work) return reader.record(work);
    switch (work.type) {
      case 'track':
        return reader.track(work.startsAt);
      case 'gap':
        return reader.gap();
      case 'end':
        return reader.end(work.endsAt);
    }
  }
  return {
    push(message) {
      if (message.type !== 'bytes') {
        rest = none;
        todo.push(message);
        return;
      }
      const all = rest.length > 0 ? concat(rest, message.bytes) : message.bytes;
      const { records, used } = readRecords(all);
      for (const record of records) todo.push(record);
      rest = all.slice(used);
    },
    step() {
      const work = todo[next];
      if (!work) return false;
      next += 1;
      if (next === todo.length) {
        todo = [];
        next = 0;
      }
      perform(work);
      return true;
    },
  };
}
