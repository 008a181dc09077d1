/** Limits of a folder that is open to somebody else. Both ends check them. */
export const folderLimits = {
  /** UTF-8; what file systems take. */
  nameBytes: 255,
  /** Folders within folders. */
  depth: 64,
  /** Entries of one folder that are listed at all, and those in one answer. */
  entries: 20_000,
  page: 1_000,
  /** Over native messaging an answer has to stay below 1 MiB, whatever the names are. */
  nativePage: 500,
  searchChars: 100,
  found: 1_000,
  /** All that is found, as JSON: paths are long, and native messaging takes no more than 1 MiB. */
  foundBytes: 512 * 1024,
  /** Entries that one search, count or removal looks at. */
  visited: 50_000,
  partBytes: 256 * 1024,
  /** Of one that we ask for or send: with its line it is one frame of the link. */
  partSentBytes: 255 * 1024,
  /** Parts of one file that are on their way at a time. */
  partsAhead: 8,
  filesOpen: 8,
  /** Requests that wait for their answer. */
  waiting: 64,
  /** Of those, changes that wait for one before, perhaps for its owner's yes. */
  changesWaiting: 16,
  /** Answers that the other side has not acknowledged: above it asks wait, and far above it they are not heard. */
  unsentBytes: 8 * 1024 * 1024,
  unsentBytesAtMost: 32 * 1024 * 1024,
  /** A part, and its line with a path of the longest. */
  askBytes: 512 * 1024,
  requestsPerSecond: 400,
  requestsAtOnce: 2_000,
  /** 64 GiB; a browser's numbers would take more. */
  fileBytes: 64 * 1024 * 1024 * 1024,
  /** What is copied where a browser cannot rename a folder. */
  renameBytes: 256 * 1024 * 1024,
  renameEntries: 2_000,
} as const;
