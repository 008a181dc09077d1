import type { Captured } from './capture.ts';

/** The picture of one browser tab without the browser's picker: the person points at the tab by a press. */
export interface TabCapture {
  /** From a click, once it was allowed to show one. Waits until the extension's button is pressed on a tab. */
  capture(signal: AbortSignal): Promise<Captured>;
}
