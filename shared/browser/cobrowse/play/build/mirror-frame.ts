/** An empty document in which no script runs, in a box of its own that is behind until it is to show. */
export function createMirrorFrame(root: HTMLElement): HTMLIFrameElement {
  const box = document.createElement('div');
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.setAttribute('scrolling', 'no');
  Object.assign(frame.style, { display: 'none', pointerEvents: 'none' });
  // Hidden, but laid out: when it comes forth there is nothing left to do.
  box.style.cssText = 'visibility: hidden; position: absolute; inset: 0';
  box.append(frame);
  root.append(box);
  return frame;
}

export function show({ parentElement: box }: HTMLIFrameElement): void {
  if (box) box.style.cssText = '';
}

/** It has no layout before it has a size. */
export function resizeMirror(frame: HTMLIFrameElement, { width, height }: { width: number; height: number }): void {
  frame.width = String(width);
  frame.height = String(height);
  frame.style.display = 'inherit';
}
