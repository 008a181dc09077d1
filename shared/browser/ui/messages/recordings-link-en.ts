/** English texts of what leads to recordings. */
export const recordingsLinkEn = { 'common.recordings': 'Recordings' } as const;
