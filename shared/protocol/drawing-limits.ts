/** Limits of what two people draw for each other; both ends check them. */
export const drawingLimits = {
  messageBytes: 32 * 1024,
  pointsPerStroke: 1_000,
  textChars: 200,
  nameChars: 60,
  /** Of one person on one surface; with more the oldest goes. */
  alivePerPerson: 100,
  /** Who may draw on one surface: its owner (0) and those who see it. */
  people: 16,
  messagesPerSecond: 60,
  messagesAtOnce: 120,
  /** A point lies at most so many lengths of its anchor away from it. */
  farthest: 1_000,
  /** So long a laser's trail and vanishing ink are seen, ms. */
  trailMs: 700,
  inkMs: 5_000,
  /** A laser that says nothing has been put away. */
  laserIdleMs: 3_000,
  /** While more than this waits, the laser says nothing: it would only come late. */
  laserWaitBytes: 16 * 1024,
} as const;
