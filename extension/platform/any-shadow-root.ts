import { browser } from './browser.ts';

interface Dom {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null;
}

/** The shadow root of an element, closed or not. Only a content script's own world may ask; the polyfill's types do not know it. */
export const anyShadowRoot = (element: HTMLElement): ShadowRoot | null =>
  (browser as typeof browser & { dom?: Dom }).dom?.openOrClosedShadowRoot(element) ?? null;
