import { absolute, isFailure, type PageWindow, type RequestFailed } from './failed-request.ts';

/** The page gets what it would have had, so that what it does not catch is its own as before. */
export function watchFetch(win: PageWindow, failed: RequestFailed): () => void {
  const original = win.fetch;
  const watched: typeof fetch = (...args) => {
    const answer = Reflect.apply(original, win, args);
    const [input, init] = args;
    const isRequest = input instanceof win.Request;
    const method = init?.method ?? (isRequest ? input.method : 'GET');
    const url = absolute(win, isRequest ? input.url : String(input));
    return answer.then(
      (response) => {
        const { status, type } = response;
        // Of an opaque answer nobody is told whether it is one.
        if (isFailure(status) && type !== 'opaque' && type !== 'opaqueredirect') failed(method, url, status);
        return response;
      },
      (error: unknown) => {
        // What the page itself gave up has not failed.
        if (!(init?.signal ?? (isRequest ? input.signal : null))?.aborted) failed(method, url, 0);
        throw error;
      },
    );
  };
  win.fetch = watched;
  return () => {
    if (win.fetch === watched) win.fetch = original;
  };
}
