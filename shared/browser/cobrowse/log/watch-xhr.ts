import { absolute, isFailure, type PageWindow, type RequestFailed } from './failed-request.ts';

export function watchXhr(win: PageWindow, failed: RequestFailed): () => void {
  const proto = win.XMLHttpRequest.prototype;
  const { open, send } = proto;
  const asked = new WeakMap<XMLHttpRequest, { method: string; url: string }>();

  function watchedOpen(this: XMLHttpRequest, ...args: unknown[]) {
    asked.set(this, { method: String(args[0]), url: absolute(win, String(args[1])) });
    Reflect.apply(open, this, args);
  }
  function watchedSend(this: XMLHttpRequest, ...args: unknown[]) {
    const request = asked.get(this);
    let isGivenUp = false;
    this.addEventListener('abort', () => (isGivenUp = true), { once: true });
    this.addEventListener(
      'loadend',
      () => {
        if (request && !isGivenUp && isFailure(this.status)) failed(request.method, request.url, this.status);
      },
      { once: true },
    );
    Reflect.apply(send, this, args);
  }
  Object.assign(proto, { open: watchedOpen, send: watchedSend });
  return () => {
    if (proto.send === watchedSend) Object.assign(proto, { open, send });
  };
}
