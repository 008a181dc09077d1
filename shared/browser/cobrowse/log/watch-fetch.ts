import { absolute, isFailure, type PageWindow, type RequestFailed } from './failed-request.ts';

/** The page gets the very promise that it would have had. */
export function watchFetch(win: PageWindow, failed: RequestFailed): () => void {
  const original = win.fetch;
  const watched: typeof fetch = (...args) => {
    const answer = Reflect.apply(original, win, args);
    const [input, init] = args;
    const isRequest = input instanceof win.Request;
    const method = init?.method ?? (isRequest ? input.method : 'GET');
    const url = absolute(win, isRequest ? input.url : String(input));
    answer.then(
      ({ status, type }) => {
        // Of an opaque answer nobody is told whether it is one.
        if (isFailure(status) && type !== 'opaque' && type !== 'opaqueredirect') failed(method, url, status);
      },
      () => {
        // What the page itself gave up has not failed.
        if (!(init?.signal ?? (isRequest ? input.signal : null))?.aborted) failed(method, url, 0);
      },
    );
    return answer;
  };
  win.fetch = watched;
  return () => {
    if (win.fetch === watched) win.fetch = original;
  };
}
