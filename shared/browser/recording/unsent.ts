import type { SessionId } from '../../protocol/ids.ts';
import type { RecordingId, TrackBody, TrackId } from '../../recording/manifest.ts';

interface OfTrack {
  recordingId: RecordingId;
  trackId: TrackId;
}

/** What the relay has not acknowledged: what a track is, or a chunk of one. */
export type Unsent =
  | (OfTrack & { kind: 'track'; track: TrackBody })
  | (OfTrack & { kind: 'chunk'; n: number; from: number; to: number; bytes: Uint8Array<ArrayBuffer> });

export const sizeOf = (item: Unsent): number => (item.kind === 'chunk' ? item.bytes.length : 0);

/** With its place in the row, whose it is, and when it was put there, ms since 1970. */
export type Kept = Unsent & { id: number; sessionId: SessionId; at: number };
