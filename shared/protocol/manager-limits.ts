/** Limits of the wire between the extension and the Support Manager. Both ends check them. */
export const managerLimits = {
  /** Browsers stop a native program that writes a longer message. */
  messageBytes: 1024 * 1024,
  /** Input events on average a second, and at once. */
  inputsPerSecond: 1_000,
  inputsAtOnce: 1_000,
  /** What waits to be carried out, of input and of questions. */
  waiting: 4_000,
  textChars: 4_096,
  clipboardBytes: 256 * 1024,
  /** Of what has changed on a screen, as base64. */
  changedChars: 900_000,
  windows: 200,
  screens: 16,
  /** How often the Support Manager says that it drops input, at most. */
  droppedEveryMs: 250,
  /** Between two looks at the person's own mouse and keys. */
  ownHandEveryMs: 50,
  /** Farther than this from where we put it, the pointer was moved by somebody else. */
  ownMovePixels: 3,
  /** A window manager may hold up clicks for so long while it looks at them. */
  lagMs: 500,
  /** Places of the pointer that are remembered until the desktop is seen to have got there. */
  placesOnTheWay: 1_000,
  disks: 32,
  /** Programs that are named, the largest first. */
  processes: 40,
} as const;

/** Raised when an older Support Manager would not understand us. */
export const managerProtocol = 2;

/** The name under which browsers find the Support Manager. */
export const managerHostName = 'dev.beside.support_manager';
