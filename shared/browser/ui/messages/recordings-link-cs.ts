import type { recordingsLinkEn } from './recordings-link-en.ts';

/** Czech texts of what leads to recordings. */
export const recordingsLinkCs: Record<keyof typeof recordingsLinkEn, string> = { 'common.recordings': 'Nahrávky' };
