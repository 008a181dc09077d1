import type { ToPlayer } from '../../cobrowse/play/player-messages.ts';
import type { BlankReason } from './page-step.ts';
import type { TextHit } from './text-index.ts';

/** Between the page that plays a recording and the worker that reads it. All times: ms since the recording began. */
export type ToPageWorker =
  | { type: 'track'; startsAt: number }
  | { type: 'bytes'; bytes: Uint8Array }
  | { type: 'gap' }
  | { type: 'end'; endsAt: number }
  /** All tracks have been read. */
  | { type: 'complete' }
  /** Show the page as it was then. `number` counts these; `isFresh`: what the player shows is not to be built upon. */
  | { type: 'seek'; number: number; at: number; isFresh: boolean }
  /** And what happened since, up to then. */
  | { type: 'advance'; number: number; to: number }
  | { type: 'find'; number: number; text: string };

/** What the page around the player shows. */
export interface PageSight {
  title: string;
  url: string;
  /** Null: the page is there. */
  blank: BlankReason | null;
}

export type FromPageWorker =
  | {
      type: 'steps';
      number: number;
      /** Up to here. */
      at: number;
      messages: ToPlayer[];
      sight: PageSight;
      /** The player is there when it has applied that; null: there is no page. */
      reach: { documentId: string; seq: number } | null;
      isSeek: boolean;
    }
  /** For the player, whatever it shows. */
  | { type: 'sheets'; message: ToPlayer }
  /** A picture that has come after the step that named it. */
  | { type: 'late'; number: number; message: ToPlayer }
  | { type: 'found'; number: number; hits: TextHit[] }
  /** Read up to `until`; `active`: seconds in which something moved; `missing`: stretches that are not there. */
  | { type: 'read'; until: number; active: number[]; missing: [from: number, to: number][] }
  /** More than can be held: what comes after is not played. */
  | { type: 'full'; at: number };
