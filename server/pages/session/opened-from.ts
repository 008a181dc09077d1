import { createOpenerPage, type OpenerPage } from '../../../shared/browser/embed/opener-page.ts';

/** The page with `embed.js` that has opened this window; null: another, and no page can be shown without the extension. */
export const openedFrom: OpenerPage | null =
  new URLSearchParams(location.search).has('embed') && window.opener
    ? createOpenerPage(window.opener as Window, { signal: new AbortController().signal })
    : null;
