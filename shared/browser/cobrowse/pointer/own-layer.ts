import { ownElements } from '../own-parts.ts';

export interface OwnLayer {
  readonly root: ShadowRoot;
  remove(): void;
}

const style = [
  'all:initial',
  'position:fixed',
  'inset:0',
  'width:100vw',
  'height:100vh',
  'max-width:none',
  'max-height:none',
  'margin:0',
  'padding:0',
  'border:0',
  'background:none',
  'overflow:hidden',
  'display:block',
  'pointer-events:none',
  'z-index:2147483647',
]
  .map((line) => `${line}!important`)
  .join(';');

/**
 * One element over the whole page for what we draw there. Nobody can press it, the mirror never has it, and in
 * its closed shadow root the page's styles do not count. In the top layer, so that dialogs do not lie over it.
 */
export function openOwnLayer(doc: Document = document): OwnLayer {
  const host = doc.createElement('div');
  ownElements.add(host);
  host.style.cssText = style;
  host.setAttribute('aria-hidden', 'true');
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  doc.documentElement.append(host);

  /** Over whatever was opened last. */
  function raise() {
    if (!host.isConnected) doc.documentElement.append(host);
    try {
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
    } catch {
      // Without popovers the z-index has to do.
    }
  }
  const listening = new AbortController();
  // Not over another layer of ours: the two would raise themselves for ever.
  const toggled = ({ target }: Event) => {
    if (!ownElements.has(target as Node)) raise();
  };
  doc.addEventListener('toggle', toggled, { capture: true, signal: listening.signal });
  raise();
  return {
    root,
    remove() {
      listening.abort();
      host.remove();
    },
  };
}
