import type { Browser } from 'webextension-polyfill';
import type { Indicator } from '../../shared/browser/cobrowse/recorded-page.ts';
import { indicatorCss } from './indicator-css.ts';

export interface DrawIndicatorDeps {
  tabId: number;
  scripting: Pick<Browser['scripting'], 'insertCSS' | 'removeCSS'>;
  /** The style sheet in the page, kept where it outlives this window: only the same text can remove it. */
  drawn: { get(): Promise<string | null>; set(css: string | null): Promise<void> };
}

/**
 * Draws frame and badge around the page, the page only and not its frames; null takes them away. One at a
 * time, so that old and new never both stay. `anew`: the document may have lost them.
 */
export function createIndicator({ tabId, scripting, drawn }: DrawIndicatorDeps) {
  let drawing = Promise.resolve();
  /** Undefined: not known yet, a window before this one may have drawn. */
  let inPage: string | null | undefined;

  return {
    draw(indicator: () => Indicator | null, anew: boolean): void {
      drawing = drawing.then(async () => {
        const wanted = indicator();
        const css = wanted && indicatorCss(wanted);
        const before = inPage === undefined ? await drawn.get() : inPage;
        inPage = css;
        if (css === before && !anew) return;
        const target = { tabId };
        try {
          if (before !== null) await scripting.removeCSS({ target, css: before, origin: 'USER' });
          if (css !== null) await scripting.insertCSS({ target, css, origin: 'USER' });
        } catch {
          // The page is going away or may not be touched; who injects the recorder learns which.
        }
        await drawn.set(css);
      });
    },
  };
}
