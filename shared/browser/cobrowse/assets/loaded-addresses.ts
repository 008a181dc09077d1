import { drawnFonts } from './drawn-fonts.ts';

export interface LoadedAddresses {
  /** Calls once: at once when the page has loaded this already, else when it does. False: not yet. */
  when(url: string, then: () => void): boolean;
  stop(): void;
}

const mostNames = 20_000;
const mostWaiting = 6_000;
const mostLookedUp = 500;

const bare = (url: string) => url.replace(/#[\s\S]*$/, '');

/**
 * What the page has loaded by itself, as the browser tells it. Must run where the page's scripts cannot
 * reach: they could name anything.
 */
export function watchLoadedAddresses(doc: Document): LoadedAddresses {
  const names = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();

  function note(name: string) {
    const url = bare(name);
    if (names.size < mostNames) names.add(url);
    const all = waiting.get(url);
    waiting.delete(url);
    for (const then of all ?? []) then();
  }
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) note(name);
  });
  observer.observe({ type: 'resource', buffered: true });
  for (const { name } of performance.getEntriesByType('resource')) note(name);

  // Firefox names no font that another page of the site has loaded already.
  const noteFonts = () => {
    for (const url of drawnFonts(doc)) note(url);
  };
  doc.fonts.addEventListener('loadingdone', noteFonts);
  noteFonts();

  /** The browser keeps but 250 names from before we watched. */
  const isShown = (url: string) =>
    [...doc.images].some((image) => image.naturalWidth > 0 && bare(image.currentSrc) === url);

  let lookedUp = 0;
  /** Nor does it name a picture of a style that it had in memory: then its cache knows it, and no network is asked. */
  async function lookInCache(url: string) {
    if (lookedUp >= mostLookedUp || new URL(url).origin !== self.origin) return;
    lookedUp += 1;
    const response = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) note(url);
  }

  return {
    when(url, then) {
      if (!/^https?:/.test(url) || names.has(url) || isShown(url)) {
        then();
        return true;
      }
      if (waiting.size >= mostWaiting) return false;
      waiting.set(url, [...(waiting.get(url) ?? []), then]);
      void lookInCache(url);
      return false;
    },
    stop() {
      observer.disconnect();
      doc.fonts.removeEventListener('loadingdone', noteFonts);
      waiting.clear();
    },
  };
}
