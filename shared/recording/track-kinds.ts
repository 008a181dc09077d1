/**
 * - `page`: the customer's pages, as records of `format.ts`.
 * - `screen`: one desktop or application, WebM.
 * - `call`: all voices of a call in one, WebM.
 */
export const trackKinds = ['page', 'screen', 'call'] as const;
export type TrackKind = (typeof trackKinds)[number];

export const trackTypes = ['application/vnd.beside.page', 'video/webm', 'audio/webm'] as const;
export type TrackType = (typeof trackTypes)[number];

export const typeOf: Record<TrackKind, TrackType> = {
  page: 'application/vnd.beside.page',
  screen: 'video/webm',
  call: 'audio/webm',
};
