/** Apart from the messages, so that the page's script need not carry their schemas. Bytes and counts. */
export const assetLimits = {
  assetBytes: 8 * 1024 * 1024,
  documentBytes: 64 * 1024 * 1024,
  assetsPerDocument: 6_000,
  pieceBytes: 256 * 1024,
  /** Numbers from here on name what a style sheet from another origin asks for; below, what the page itself does. */
  firstNested: 5_000_000,
  lastNumber: 9_999_999,
} as const;
