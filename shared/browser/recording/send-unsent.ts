import type { RestErrorCode } from '../../protocol/rest.ts';
import type { RecordingId } from '../../recording/manifest.ts';
import { recordingLimits } from '../../recording/recording-limits.ts';
import { backOffMs } from '../link/back-off.ts';
import { pauseFor } from '../link/pause-for.ts';
import type { Put } from './put-chunk.ts';
import { sizeOf, type Unsent } from './unsent.ts';
import type { UnsentStore } from './unsent-store.ts';

export interface UnsentSender {
  /** Keeps it, and sends it after all that was put in before. False: there is too much already. */
  put(item: Unsent): boolean;
  /** What an earlier window has left behind; before anything is put behind it. */
  takeUp(): Promise<void>;
  /** Of all that waits. */
  readonly bytes: number;
}

interface Deps {
  store: UnsentStore;
  send: (item: Unsent) => Promise<Put>;
  /** Nothing more of it will be taken, and nothing more is sent. */
  refused(recordingId: RecordingId, code: RestErrorCode): void;
  signal: AbortSignal;
  network?: EventTarget;
  limitBytes?: number;
}

interface Waiting {
  item: Unsent;
  kept: Promise<number>;
}

const atOnce = 3;
/** What waits here is lost with this browser, so a relay that is back does not wait long. */
const longestWaitMs = 2_000;
/** After these nothing more of the recording is taken; any other is about the one piece. */
const endsAll: ReadonlySet<RestErrorCode> = new Set(['recording.disk-full', 'recording.too-much', 'not-found']);

/** One after the other to the relay, a few at a time, again and again until each is acknowledged. */
export function createUnsentSender(deps: Deps): UnsentSender {
  const { store, send, refused, signal, network = globalThis, limitBytes = recordingLimits.unsentBytes } = deps;
  const waiting: Waiting[] = [];
  const given = new Set<RecordingId>();
  let bytes = 0;
  let sending = 0;
  /** A track is known before its chunks come. */
  let alone = false;

  async function forget({ item, kept }: Waiting) {
    bytes -= sizeOf(item);
    await store.remove(await kept);
  }
  async function deliver(one: Waiting) {
    for (let tries = 0; !signal.aborted && !given.has(one.item.recordingId); tries += 1) {
      const put = await send(one.item);
      if (put.ok) break;
      if (put.why === 'refused') {
        if (endsAll.has(put.code) && !given.has(one.item.recordingId)) {
          given.add(one.item.recordingId);
          refused(one.item.recordingId, put.code);
        }
        break;
      }
      await pauseFor(backOffMs(tries, Math.random, longestWaitMs), network, signal);
    }
    // What was not delivered stays where the next window finds it.
    if (!signal.aborted) await forget(one);
  }
  function pump() {
    while (sending < atOnce && !alone && !signal.aborted) {
      const [next] = waiting;
      if (!next) return;
      const isTrack = next.item.kind === 'track';
      if (isTrack && sending > 0) return;
      waiting.shift();
      sending += 1;
      alone = isTrack;
      void deliver(next).finally(() => {
        sending -= 1;
        alone = false;
        pump();
      });
    }
  }
  function line(item: Unsent, kept: Promise<number>) {
    bytes += sizeOf(item);
    waiting.push({ item, kept });
    pump();
  }

  return {
    put(item) {
      if (bytes + sizeOf(item) > limitBytes) return false;
      line(item, store.add(item));
      return true;
    },
    async takeUp() {
      for (const { id, at: _at, sessionId: _session, ...item } of await store.all()) line(item, Promise.resolve(id));
    },
    get bytes() {
      return bytes;
    },
  };
}
