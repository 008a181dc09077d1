import { limits } from '../../shared/protocol/limits.ts';

/** The wire's limits and those of the relay itself: bytes, milliseconds or counts. Tests shorten them. */
export const relayLimits = {
  ...limits,
  jsonBodyBytes: 16 * 1024,
  /** It goes to each participant, and must stay well within what a control socket takes. */
  policyBodyBytes: 128 * 1024,
  /** A logo, in base64, and two short texts. */
  brandingBodyBytes: 128 * 1024,
  /** A hundred queues with their forms, rules and texts. */
  inboundBodyBytes: 512 * 1024,
  /** A control socket that lets this much pile up is dropped; the client resumes from its last fact. */
  controlBufferedBytes: 4 * 1024 * 1024,
  /** The same for a bulk socket; the link sends again what was lost. */
  bulkBufferedBytes: 16 * 1024 * 1024,
  controlMessagesPerSecond: 100,
  controlMessagesBurst: 400,
  controlQueueLength: 200,
  /** Longer than on the control socket: behind a full megabyte on a slow line a ping takes its time. */
  bulkDeadAfterMs: 30_000,
  bulkFramesPerSecond: 5_000,
  bulkFramesBurst: 10_000,
  /** A paused sender goes on by itself after this, should the word to resume have been lost. */
  pauseAtMostMs: 5_000,
  socketsWithoutHelloPerAddress: 64,
  /** After the last fact of an ended session. */
  politeCloseMs: 500,
  /** How often a session is looked after: questions without an answer, facts whose poke was lost. */
  tendMs: 500,
  repairMs: 5_000,
  idleEndMs: 15 * 60_000,
  sweepMs: 60_000,
  /** A hit and a miss both take a whole multiple of this. */
  joinFloorMs: 150,
  joinsPerMinute: 5,
  missesPerMinute: 200,
  breakerOpenMs: 60_000,
  /** Links to join that a session has at once; the oldest gives way. */
  joinCodesOfSession: 20,
  /** How long a host's invitation to help stands. */
  hostInvitationLifeMs: 60 * 60_000,
  mailsOfHostPerHour: 20,
  mailsToOnePerHour: 5,
  /** Of one address: passwords, password links and device codes. */
  signInTriesPerMinute: 10,
  passwordLinkLifeMs: 24 * 60 * 60_000,
  passwordMinChars: 12,
  passwordMaxChars: 128,
  /** How long a new allocation may be asked for with a credential; renewed at half of it. */
  turnCredentialLifeMs: 10 * 60_000,
  turnConnections: 8_000,
  turnAllocations: 4_000,
  /** A browser makes one for each peer, network and address of the TURN server. */
  turnAllocationsPerParticipant: 48,
  turnAllocationLifeMs: 10 * 60_000,
  turnPermissionLifeMs: 5 * 60_000,
  turnChannelLifeMs: 10 * 60_000,
  /** Permissions, and channels, of one allocation. */
  turnPeers: 256,
  turnRequestsPerSecond: 200,
  /** A frame holds one datagram; those of browsers are below 1,500 bytes. */
  turnFrameBytes: 4 * 1024,
  turnBytesPerSecond: 4 * 1024 * 1024,
  /** Beyond this a receiver is too slow and loses datagrams, as it would on a slow line. */
  turnBufferedBytes: 256 * 1024,
  turnTendMs: 1_000,
  /** Facts of the desk that are read at once, and after which it is written down whole. */
  deskFactsRead: 2_000,
  deskFactsBetweenSnapshots: 5_000,
  /** Who waits keeps the place so long without looking. */
  requestUnseenMs: 90_000,
  /** How often those that look are written down. */
  requestSeenMs: 10_000,
  /** Requests for help of one address. */
  requestsPerMinute: 10,
  /** What is told of the desk is told at most so often, and at least so often that a line is known to be alive. */
  deskTellMs: 100,
  deskRecentMs: 1_000,
  /** Who has gone without a word is looked for so often. */
  deskTendMs: 10_000,
  deskAcceptedKeptMs: 24 * 60 * 60_000,
  /** A session that was accepted is there after this, or never. */
  deskMadeWithinMs: 60_000,
  /** Feeds of one request and of one host at a time; a newer one ends the oldest. */
  feedsPerRequest: 3,
  feedsPerHost: 10,
  /** A feed ends then, and its client comes back: so that nobody reads for ever by one look at a secret. */
  feedLifeMs: 10 * 60_000,
  /** Whether its reader may still read is looked up at most so often. */
  feedCheckMs: 5_000,
  waitingTellMs: 500,
  deskAliveMs: 10_000,
  /** A host without any window of the desk is away after this. */
  hostGoneMs: 15_000,
  /** Of one key, at one instance. */
  apiKeyCallsPerMinute: 600,
  apiKeysAtMost: 100,
  /** A view for the admin is worth a look at the desk at most so often. */
  supervisionTellMs: 500,
  webhooksAtMost: 20,
  /** How often what is due is looked for, and how long one who sends has it for itself. */
  webhookTendMs: 1_000,
  webhookClaimMs: 60_000,
  webhookAnswerMs: 10_000,
  webhookTries: 10,
  webhookFirstRetryMs: 1_000,
  webhookLastRetryMs: 60 * 60_000,
  webhookGiveUpMs: 24 * 60 * 60_000,
  /** Of what has been kept for long enough, so much is forgotten at each look. */
  retentionSessions: 200,
  retentionRows: 5_000,
  /** Ratings, surveys and late notes of one participant: a note is saved every few seconds. */
  feedbackPerMinute: 40,
  appendAttempts: 25,
  ownSessionsListed: 50,
  reportsListed: 50,
  reportsInCsv: 5_000,
} as const;

export type RelayLimits = { readonly [K in keyof typeof relayLimits]: number };
