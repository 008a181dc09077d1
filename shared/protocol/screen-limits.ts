/** Limits of control of desktops and applications between two participants. Both ends check them. */
export const screenLimits = {
  /** Longer messages are not even parsed. */
  messageBytes: 32 * 1024,
  textChars: 4_096,
  /** Of one paste; the rest is cut off. */
  pasteChars: 20_000,
  /** Input that the owner's side passes on, on average a second and at once. */
  inputsPerSecond: 500,
  inputsAtOnce: 500,
  charsPerSecond: 2_000,
  charsAtOnce: 24_000,
  /** Leases that are begun and windows that are raised: each takes the desktop's time, or the owner's. */
  beginsPerSecond: 2,
  beginsAtOnce: 8,
  /** Steps of the zoom of a shown tab. */
  zoomsPerSecond: 4,
  zoomsAtOnce: 10,
  /** Pointer moves wait, and only the newest stays, while more than this is not acknowledged. */
  movesUnsentBytes: 8 * 1024,
  /** Each reason why input was dropped is said again after this. */
  droppedEveryMs: 250,
  /** A lease that cannot be had is asked for again after this. */
  againAfterMs: 1_000,
  /** For so long after control was in force a press in the owner's window may still be the viewer's. */
  pressOnTheWayMs: 500,
} as const;
