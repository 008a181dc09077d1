/** Bytes, milliseconds and counts of what is recorded. Both ends check them. */
export const recordingLimits = {
  /** Content of one chunk; nothing older than that is lost with whoever holds it. */
  chunkMs: 1_000,
  /** One picture of a page with its style sheets is a record, and a record is never split. */
  chunkBytes: 12 * 1024 * 1024,
  /** From its first to its last moment: a screen that stands still for long gives nothing in between. */
  chunkSpanMs: 60 * 60_000,
  /** Times within a track are kept in four bytes. */
  trackMs: 2 ** 31 - 1,
  chunksPerTrack: 40_000,
  tracks: 200,
  /** Of all that is recorded in one recording. */
  bytes: 4 * 1024 * 1024 * 1024,
  recordingsPerSession: 20,
  /** A console that comes back may still send what it has kept, this long after the end. */
  lateMs: 24 * 60 * 60_000,
  /** Clocks are not quite the same: so much after the end still counts as before it. */
  slackMs: 2_000,
  /** What a console keeps until the relay has it; beyond, the recording fails. */
  unsentBytes: 256 * 1024 * 1024,
} as const;
