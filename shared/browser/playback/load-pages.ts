import type { Track } from '../../recording/manifest.ts';
import type { PageKind } from '../../recording/track-kinds.ts';
import type { RecordingSource } from './recording-source.ts';
import type { ToPageWorker } from './page/page-messages.ts';
import { rangesOf } from './ranges.ts';

interface Deps {
  source: RecordingSource;
  tracks: readonly Track[];
  kind: PageKind;
  /** Relay's time of the recording's begin. */
  startedAt: number;
  feed(message: ToPageWorker): void;
  signal: AbortSignal;
}

/** Reads all page tracks of that kind in the order of their time. Rejects when one cannot be read. */
export async function loadPages({ source, tracks, kind, startedAt, feed, signal }: Deps): Promise<void> {
  const pages = tracks.filter((track) => track.kind === kind).toSorted((a, b) => a.startsAt - b.startsAt);
  let done = 0;
  for (const [index, track] of pages.entries()) {
    feed({ type: 'track', startsAt: track.startsAt - startedAt });
    for (const { from, to, isAfterGap } of rangesOf(await source.chunks(track.trackId), done)) {
      if (signal.aborted) return;
      if (isAfterGap) feed({ type: 'gap' });
      const bytes = await source.bytes(track.trackId, from, to);
      done += 1;
      if (!signal.aborted) feed({ type: 'bytes', bytes });
    }
    // Where another console went on, its track is the one to look at.
    const endsAt = Math.min(track.endsAt, pages[index + 1]?.startsAt ?? track.endsAt);
    feed({ type: 'end', endsAt: endsAt - startedAt });
  }
  feed({ type: 'complete' });
}
