/** The window of a page, with what its scripts find there. */
export type PageWindow = Window & typeof globalThis;
/** `status` 0: there was no answer. */
export type RequestFailed = (method: string, url: string, status: number) => void;

export const absolute = (win: PageWindow, url: string): string => URL.parse(url, win.document.baseURI)?.href ?? '';

export const isFailure = (status: number): boolean => status === 0 || status >= 400;
