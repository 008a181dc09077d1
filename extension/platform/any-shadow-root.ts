import { browser } from './browser.ts';

interface Dom {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null;
}

const isHtml = (element: Element): element is HTMLElement => element.namespaceURI === 'http://www.w3.org/1999/xhtml';

/** The shadow root of an element, closed or not. Only a content script's own world may ask; the polyfill's types do not know it. */
export function anyShadowRoot(element: Element): ShadowRoot | null {
  if (!isHtml(element)) return null;
  return (browser as typeof browser & { dom?: Dom }).dom?.openOrClosedShadowRoot(element) ?? null;
}
