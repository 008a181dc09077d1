import type { Anchor, PageAnchor } from './drawing.ts';

/** Alone here, as pages need it and no schema. */
export const isOnPage = (anchor: Anchor): anchor is PageAnchor => 'documentId' in anchor;
