import { browser } from '../platform/browser.ts';

/** What a join page may say; its shape is checked where it arrives. */
const isForUs = (data: unknown): data is { type: 'assist.open' | 'assist.show' } =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  (data.type === 'assist.open' || data.type === 'assist.show');

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
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data, source, origin } = event;
    if (source !== window || origin !== location.origin || !isForUs(data)) return;
    const message = data.type === 'assist.open' ? { ...data, cameFrom: document.referrer } : data;
    void browser.runtime.sendMessage(message).catch(() => undefined);
  });
  document.dispatchEvent(new Event('beside:extension'));
}
