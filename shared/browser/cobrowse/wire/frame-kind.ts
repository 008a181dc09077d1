/** First byte of each message on the mirror channel: how what follows (raw deflate, flushed to a byte) is joined up. */
export const frameKinds = {
  /** Goes on with the stream of the frame before. */
  next: 0,
  /** Begins a new stream. */
  fresh: 1,
  /** A stream of its own; the common one goes on after it. */
  alone: 2,
} as const;

/** What one message may become when inflated; more is an attack. */
export const inflatedLimitBytes = 128 * 1024 * 1024;
