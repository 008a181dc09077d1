/** Every limit of the wire, in bytes or milliseconds. Both ends check them. */
export const limits = {
  controlMessageBytes: 256 * 1024,
  bulkFrameBytes: 1024 * 1024,
  /** The relay stops reading from a sender while a receiver has more than this unsent. */
  bufferedHighBytes: 1024 * 1024,
  bufferedLowBytes: 512 * 1024,
  signalDataChars: 64 * 1024,
  heartbeatMs: 2_000,
  deadAfterMs: 6_000,
  helloWithinMs: 10_000,
  ticketLifeMs: 30_000,
  /** An unanswered question is a refusal after this. */
  answerWithinMs: 30_000,
  /** Who has accepted has this long from the question on to choose a screen or a window. */
  chooseWithinMs: 180_000,
  /** Clicks on a question that has just appeared do not count for this long. */
  answerArmedAfterMs: 800,
  /** A call that nobody answers rings so long. */
  ringWithinMs: 45_000,
  /** Each in a call sends to each other: more would be too much for a browser and its line. */
  callMembers: 4,
  /** Control is a lease of this length, renewed at a third of it. */
  leaseMs: 2_000,
  /** After the customer's own input, control stays suspended for this long. */
  ownInputMs: 3_000,
  /** Frames of other origins that are shown at once, and that one shown page can ever have. */
  framesAtOnce: 100,
  framesEver: 10_000,
  /** Tabs that are shown at once, that one share can ever have, and questions about a new one that wait. */
  tabsAtOnce: 10,
  tabsEver: 10_000,
  tabsProposed: 5,
  /** What a customer may hide or show in one go, and in all. */
  thingsPickedAtOnce: 50,
  thingsPicked: 500,
  /** What a customer has hidden on sites for good. */
  thingsRemembered: 200,
  sessionNumberLifeMs: 20 * 60_000,
  participantsPerSession: 16,
  factsPerSession: 20_000,
} as const;

export const protocolVersion = 1;
