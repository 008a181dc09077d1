import type { Track } from '../../recording/manifest.ts';
import type { RecordingSource } from './recording-source.ts';
import type { ToPageWorker } from './page/page-messages.ts';

interface Deps {
  source: RecordingSource;
  tracks: readonly Track[];
  /** Relay's time of the recording's begin. */
  startedAt: number;
  feed(message: ToPageWorker): void;
  signal: AbortSignal;
}

/** Little at first, so that there is soon something to see; then more at a time. */
const firstBytes = 256 * 1024;
const mostBytes = 4 * 1024 * 1024;

/** Reads all page tracks in the order of their time. Rejects when one cannot be read. */
export async function loadPages({ source, tracks, startedAt, feed, signal }: Deps): Promise<void> {
  const pages = tracks.filter(({ kind }) => kind === 'page').toSorted((a, b) => a.startsAt - b.startsAt);
  let atOnce = firstBytes;
  for (const [index, track] of pages.entries()) {
    feed({ type: 'track', startsAt: track.startsAt - startedAt });
    let n = 0;
    let read = 0;
    let wanted = 0;
    const take = async () => {
      if (wanted === 0) return;
      const bytes = await source.bytes(track.trackId, read, read + wanted);
      read += wanted;
      wanted = 0;
      atOnce = Math.min(mostBytes, atOnce * 2);
      if (!signal.aborted) feed({ type: 'bytes', bytes });
    };
    for (const [number, length] of await source.chunks(track.trackId)) {
      if (signal.aborted) return;
      if (number !== n) {
        await take();
        feed({ type: 'gap' });
      }
      n = number + 1;
      wanted += length;
      if (wanted >= atOnce) await take();
    }
    await take();
    // Where another console went on, its track is the one to look at.
    const endsAt = Math.min(track.endsAt, pages[index + 1]?.startsAt ?? track.endsAt);
    feed({ type: 'end', endsAt: endsAt - startedAt });
  }
  feed({ type: 'complete' });
}
