import type { AssetKind } from '../../../protocol/asset.ts';
import { watchMemory } from './watch-memory.ts';

export interface LoadedAddresses {
  /** Calls once: at once when the page has loaded this already, else when it does. False: not yet. */
  when(url: string, kind: AssetKind, then: () => void): boolean;
  stop(): void;
}

const mostNames = 20_000;
const mostWaiting = 6_000;

const bare = (url: string) => url.replace(/#[\s\S]*$/, '');

/**
 * What the page has loaded by itself, as the browser tells it. Must run where the page's scripts cannot
 * reach: they could name anything. `namesAll`: the browser tells also of what it had in memory already.
 */
export function watchLoadedAddresses(doc: Document, namesAll: boolean): LoadedAddresses {
  const names = new Set<string>();
  const waiting = new Map<string, { kind: AssetKind; met: () => void }[]>();

  function note(name: string, onlyFonts = false) {
    const url = bare(name);
    if (!onlyFonts && names.size < mostNames) names.add(url);
    const all = waiting.get(url) ?? [];
    const others = all.filter(({ kind }) => onlyFonts && kind !== 'font');
    if (others.length > 0) waiting.set(url, others);
    else waiting.delete(url);
    for (const one of all) if (!others.includes(one)) one.met();
  }
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) note(name);
  });
  observer.observe({ type: 'resource', buffered: true });
  for (const { name } of performance.getEntriesByType('resource')) note(name);

  /** The browser keeps but 250 names from before we watched. */
  const isShown = (url: string) =>
    [...doc.images].some((image) => image.naturalWidth > 0 && bare(image.currentSrc) === url);

  const memory = namesAll ? null : watchMemory(doc, note);

  return {
    when(url, kind, then) {
      const isFont = kind === 'font' && memory?.isDrawn(url);
      if (!/^https?:/.test(url) || names.has(url) || isFont || isShown(url)) {
        then();
        return true;
      }
      if (waiting.size >= mostWaiting) return false;
      waiting.set(url, [...(waiting.get(url) ?? []), { kind, met: then }]);
      memory?.look(url);
      return false;
    },
    stop() {
      observer.disconnect();
      memory?.stop();
      waiting.clear();
    },
  };
}
