/**
 * Closed shadow roots that were there before the recorder. The page's world cannot reach them; the extension's
 * own world can, but no object of its own gets over to here. What both worlds share is the document, so a
 * node is shown to this world, put into the root and taken out again: where a node is, it can always tell.
 *
 * Only elements that the page itself has defined are handed over: the closed roots of other extensions are
 * none of the page's business, and this world is the page's.
 */

/** In the ISOLATED world. `rootOf`: the browser's own word for the shadow root of an element, closed or not. */
export function handClosedRoots(
  doc: Document,
  nonce: string,
  rootOf: (element: HTMLElement) => ShadowRoot | null,
): void {
  const probe = doc.createComment('');
  const roots: (Document | ShadowRoot)[] = [doc];
  let left = mostRoots;
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const inner = element.localName.includes('-') && element.matches(':defined') ? rootOf(element) : null;
      const known = inner ?? element.shadowRoot;
      if (known) roots.push(known);
      if (inner?.mode !== 'closed') continue;
      if ((left -= 1) < 0) return;
      doc.dispatchEvent(new FocusEvent(nonce, { relatedTarget: probe }));
      inner.append(probe);
      doc.dispatchEvent(new FocusEvent(nonce));
      probe.remove();
    }
  }
}

const mostRoots = 5_000;

/** In the page's world: calls back for each root that is handed over under that word. */
export function takeClosedRoots(
  doc: Document,
  nonce: string,
  taken: (root: ShadowRoot) => void,
  signal: AbortSignal,
): void {
  let probe: Node | null = null;
  doc.addEventListener(
    nonce,
    (event) => {
      event.stopImmediatePropagation();
      const { relatedTarget } = event as FocusEvent;
      // Once it is in the closed root, no event names it any more.
      if (relatedTarget) probe = relatedTarget as Node;
      const root = probe?.getRootNode();
      if (root && 'host' in root) taken(root as ShadowRoot);
    },
    { capture: true, signal },
  );
}
