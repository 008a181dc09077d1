import { browser } from '../platform/browser.ts';

/** `data-…` mark by which the relay's pages know that the extension is here. */
const mark = 'besideExtension';

/**
 * Tells a relay's join page that the extension is here, and takes over the seat it offers.
 * The page is the relay's own; a foreign page could only offer a seat at itself, and the
 * assist window would show that site as unverified.
 */
export function announceToJoinPage(): void {
  const root = document.documentElement;
  if (!document.querySelector('meta[name="beside-relay"]') && document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', announceToJoinPage, { once: true });
    return;
  }
  if (!document.querySelector('meta[name="beside-relay"]') || root.dataset[mark]) return;
  root.dataset[mark] = browser.runtime.getManifest().version;
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== location.origin) return;
    void browser.runtime.sendMessage(event.data).catch(() => undefined);
  });
  document.dispatchEvent(new Event('beside:extension'));
}
