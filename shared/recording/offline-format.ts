/** Where the relay has the page that a recording is put into, among its built pages. */
export const offlineFile = 'offline/recording.html';

/**
 * What a recording is in a file of its own: in the place of `place`, data blocks that no browser runs.
 * `data-view=""`: JSON of `viewSchema`. For each track: `data-chunks="ID"`, JSON of `chunkListSchema`; then
 * `data-bytes="ID"` as often as needed, base64, one after the other: of pages the records, of others a WebM that can be
 * moved about in.
 */
export const offlineMarks = {
  place: '<!-- recording -->',
  view: 'view',
  chunks: 'chunks',
  bytes: 'bytes',
} as const;
