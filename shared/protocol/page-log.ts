import * as v from 'valibot';

export const pageLogLimits = {
  textChars: 1_000,
  addressChars: 500,
  /** In one message. */
  linesAtOnce: 100,
  /** A page that writes faster is told of with a count of what was left out. */
  linesPerSecond: 50,
  /** Kept by whoever reads. */
  linesKept: 2_000,
} as const;

export const pageLogKinds = ['error', 'warning', 'info', 'request'] as const;
export type PageLogKind = (typeof pageLogKinds)[number];

/** One line of what a page wrote for its developers, or a request of it that failed; filtered in the page. */
export const pageLogLineSchema = v.strictObject({
  kind: v.picklist(pageLogKinds),
  text: v.pipe(v.string(), v.maxLength(pageLogLimits.textChars)),
  /** Where from, or of what: origin and harmless path. */
  address: v.pipe(v.string(), v.maxLength(pageLogLimits.addressChars)),
  /** Of a request: its HTTP status; 0: none came. Else null. */
  status: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999))),
  /** ms since 1970, by the page's clock. */
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type PageLogLine = v.InferOutput<typeof pageLogLineSchema>;

export const pageLogEntries = {
  lines: v.pipe(v.array(pageLogLineSchema), v.maxLength(pageLogLimits.linesAtOnce)),
  /** Lines that were left out before these. */
  dropped: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
};
