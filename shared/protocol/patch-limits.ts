/** Limits of what comes of a controlled screen ahead of its video. Both ends check them. */
export const patchLimits = {
  /** Longer messages are not even parsed. */
  messageBytes: 2 * 1024 * 1024,
  headerBytes: 16 * 1024,
  /** Of a picture, pixels. */
  side: 16_384,
  picturePixels: 40_000_000,
  /** Of all parts of one message. */
  pixels: 512 * 1024,
  parts: 128,
  /** Messages that the viewer's side has not shown yet; more are too many. */
  unshown: 8,
  /** What the owner's side sends, on average a second, in either quality. */
  bytesPerSecond: { standard: 400_000, sampling: 30_000 },
  /** The owner's side sends no more while so much has not been acknowledged. */
  unsentBytes: 64 * 1024,
} as const;
