import { ownOrigin } from './play/own-origin.ts';
import { consoleNow, playerHears, playerNow, playerPort, playerReady } from './play/player-messages.ts';

/**
 * The port to the player page in `frame`, once that page is there. It must be of our own origin;
 * rejects when `signal` aborts first.
 */
export function openPlayer(frame: HTMLIFrameElement, signal: AbortSignal): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const options = { signal: AbortSignal.any([signal, done.signal]) };
    signal.addEventListener('abort', () => reject(new DOMException('closed', 'AbortError')), { once: true });
    window.addEventListener(
      'message',
      ({ data, source, origin }) => {
        if (data !== playerReady || source !== frame.contentWindow || origin !== self.origin) return;
        const { port1, port2 } = new MessageChannel();
        const hear = (event: Event) =>
          port1.dispatchEvent(new MessageEvent('message', { data: (event as CustomEvent<unknown>).detail }));
        frame.addEventListener(playerNow, hear, { signal });
        const tell = (event: Event) =>
          frame.dispatchEvent(new CustomEvent(consoleNow, { detail: (event as CustomEvent<unknown>).detail }));
        port1.addEventListener(consoleNow, tell, { signal });
        frame.addEventListener(playerHears, () => resolve(port1), { once: true, signal });
        frame.contentWindow?.postMessage(playerPort, ownOrigin(), [port2]);
        done.abort();
      },
      options,
    );
    // It may have called before anybody listened.
    frame.contentWindow?.postMessage(playerReady, ownOrigin());
  });
}
