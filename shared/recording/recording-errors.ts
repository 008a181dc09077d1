/** Why something about a recording was not done, over REST. */
export const recordingErrorCodes = [
  /** The site has no room for more. */
  'recording.disk-full',
  /** More than a recording may have. */
  'recording.too-much',
  /** What was recorded after its end is not taken. */
  'recording.over',
] as const;
