import { ownSheetIn } from './own-style.ts';

/** The shadow root of an element of the mirror, open for the player whatever the page's is. */
export function attachRoot(host: Element): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = ownSheetIn(host.ownerDocument);
  return root;
}
