import { drawnFonts } from './drawn-fonts.ts';

export interface Memory {
  /** Asks the browser's cache, and no network; for what is of the page's own origin. */
  look(url: string): void;
  stop(): void;
}

const mostLooks = 500;

/**
 * What the browser had in memory when the page wanted it, in a browser that does not name such things among those
 * that were loaded: fonts that the page draws with, and what of its own the cache knows.
 */
export function watchMemory(doc: Document, note: (url: string) => void): Memory {
  let looks = 0;
  const noteFonts = () => {
    for (const url of drawnFonts(doc)) note(url);
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
      if (looks >= mostLooks || !URL.canParse(url) || new URL(url).origin !== self.origin) return;
      looks += 1;
      void ask(url);
    },
    stop: () => doc.fonts.removeEventListener('loadingdone', noteFonts),
  };
}
