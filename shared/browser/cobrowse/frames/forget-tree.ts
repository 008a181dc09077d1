/** Has every node of a mirrored document forgotten, through shadow roots and frames; `forget` goes down plain children. */
export function forgetTree(root: Node, forget: (node: Node) => void): void {
  const roots = [root];
  for (let next = roots.pop(); next; next = roots.pop()) {
    for (const element of (next as Document | ShadowRoot).querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
      if (inner) roots.push(inner);
    }
    forget(next);
  }
}
