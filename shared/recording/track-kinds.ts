/**
 * - `page`: the customer's pages, as records of `format.ts`; `host-page`: the host's own, likewise.
 * - `screen`: one desktop or application, WebM.
 * - `call`: all voices of a call in one, WebM.
 */
export const pageKinds = ['page', 'host-page'] as const;
export type PageKind = (typeof pageKinds)[number];
export const trackKinds = [...pageKinds, 'screen', 'call'] as const;
export type TrackKind = (typeof trackKinds)[number];

export const isPageKind = (kind: TrackKind): kind is PageKind => pageKinds.some((one) => one === kind);

export const trackTypes = ['application/vnd.beside.page', 'video/webm', 'audio/webm'] as const;
export type TrackType = (typeof trackTypes)[number];

export const typeOf: Record<TrackKind, TrackType> = {
  page: 'application/vnd.beside.page',
  'host-page': 'application/vnd.beside.page',
  screen: 'video/webm',
  call: 'audio/webm',
};
