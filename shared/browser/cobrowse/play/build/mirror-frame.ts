/** An empty document in which no script runs, in a box of its own; it shows once it has a size. */
export function createMirrorFrame(root: HTMLElement): HTMLIFrameElement {
  const box = document.createElement('div');
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.setAttribute('scrolling', 'no');
  Object.assign(frame.style, { display: 'none', pointerEvents: 'none' });
  box.append(frame);
  root.append(box);
  return frame;
}

export function resizeMirror(frame: HTMLIFrameElement, { width, height }: { width: number; height: number }): void {
  frame.width = String(width);
  frame.height = String(height);
  frame.style.display = 'inherit';
}
