import type { Deps } from '../../server/deps.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { TrackKind } from '../../shared/recording/track-kinds.ts';

interface NewTrack {
  kind: TrackKind;
  /** ms since the recording began. */
  from: number;
  to: number;
  chunks: readonly Uint8Array[];
  /** Numbers that never came. */
  missing?: readonly number[];
}

/** A recording that is over, straight in the store and the blobs. */
export async function makeRecording(
  { recordings }: Pick<Deps, 'recordings'>,
  {
    sessionId,
    startedAt,
    durationMs,
    tracks,
  }: { sessionId: SessionId; startedAt: number; durationMs: number; tracks: readonly NewTrack[] },
): Promise<{ recordingId: string; trackIds: string[] }> {
  const recordingId = newId();
  await recordings.begin({ recordingId, sessionId, site: 'Beside', startedAt, isAutomatic: false });
  const trackIds: string[] = [];
  for (const { kind, from, to, chunks, missing = [] } of tracks) {
    const trackId = newId();
    trackIds.push(trackId);
    await recordings.addTrack(recordingId, trackId, { kind, startsAt: startedAt + from, of: null }, newId());
    for (const [n, bytes] of chunks.entries()) {
      if (missing.includes(n)) continue;
      const each = (to - from) / chunks.length;
      const written = await recordings.write({
        recordingId,
        trackId,
        n,
        from: Math.round(n * each),
        to: Math.round((n + 1) * each),
        bytes,
      });
      if (!written.ok) throw new Error(written.code);
    }
  }
  await recordings.end(recordingId, startedAt + durationMs);
  return { recordingId, trackIds };
}
