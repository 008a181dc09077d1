import { drawnFonts } from './drawn-fonts.ts';

export interface Memory {
  /** Asks the browser's cache, and no network; for what is of the page's own origin. */
  look(url: string): void;
  /** The page draws with a font of that address. */
  isDrawn(url: string): boolean;
  stop(): void;
}

const mostLooks = 500;

/**
 * What the browser had in memory when the page wanted it, in a browser that does not name such things among those
 * that were loaded: fonts that the page draws with, and what of its own the cache knows.
 */
export function watchMemory(doc: Document, note: (url: string, onlyFonts?: boolean) => void): Memory {
  const asked = new Set<string>();
  let fonts = new Set<string>();
  const noteFonts = () => {
    fonts = drawnFonts(doc);
    for (const url of fonts) note(url, true);
  };
  doc.fonts.addEventListener('loadingdone', noteFonts);
  noteFonts();

  async function ask(url: string): Promise<void> {
    const response = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) note(url);
  }

  return {
    look(url) {
      if (asked.has(url) || asked.size >= mostLooks) return;
      if (!URL.canParse(url) || new URL(url).origin !== self.origin) return;
      asked.add(url);
      void ask(url);
    },
    isDrawn: (url) => fonts.has(url),
    stop: () => doc.fonts.removeEventListener('loadingdone', noteFonts),
  };
}
