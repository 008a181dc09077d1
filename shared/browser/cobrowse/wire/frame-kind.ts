/** First byte of the body of each message on the mirror channel; raw deflate follows. */
export const frameKinds = {
  /** The last 32 KiB of text of the frame's bodies before are its dictionary. */
  next: 0,
  /** Begins anew, without a dictionary. */
  fresh: 1,
  /** As `next`, but the last 4 KiB are enough: reading the whole dictionary in costs 5 ms, and a small change is small. */
  near: 2,
} as const;

/** What one message may become when inflated, and with its sheets put in. */
export const inflatedLimitBytes = 16 * 1024 * 1024;

/** Texts up to this length refer to as much of what went before, and no further. */
export const nearBytes = 4_096;
