import { absolute, type PageWindow, type RequestFailed } from './failed-request.ts';
import { watchFetch } from './watch-fetch.ts';
import { watchXhr } from './watch-xhr.ts';

interface Told {
  failed: RequestFailed;
  /** Something was thrown and not caught. */
  broken(text: string, url: string): void;
}

/** Calls with each request of the page that fails, and with what it throws and does not catch. */
export function watchRequests(win: PageWindow, { failed, broken }: Told): () => void {
  const life = new AbortController();
  const options = { capture: true, signal: life.signal };
  const whileOn: RequestFailed = (...request) => {
    if (!life.signal.aborted) failed(...request);
  };
  const undo = [watchFetch(win, whileOn), watchXhr(win, whileOn)];
  win.addEventListener(
    'error',
    (event: Event) => {
      if (event instanceof win.ErrorEvent) return broken(event.message, event.filename);
      // Something that the document names did not load.
      const { target } = event;
      const url = target instanceof win.Element ? (target.getAttribute('src') ?? target.getAttribute('href')) : null;
      if (url !== null) failed('GET', absolute(win, url), 0);
    },
    options,
  );
  win.addEventListener(
    'unhandledrejection',
    ({ reason }) => broken(reason instanceof win.Error ? `${reason.name}: ${reason.message}` : 'Promise', ''),
    options,
  );
  return () => {
    life.abort();
    for (const off of undo) off();
  };
}
