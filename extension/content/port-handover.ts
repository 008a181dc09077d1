/** Between our two scripts in one page: events on the document, heard within the dispatch, before any script of the page could. */
const offered = 'beside:port';
const wanted = 'beside:want-port';

/** ISOLATED world: gives one end of a private channel to the MAIN world, which may load before or after us. */
export function offerPort(signal: AbortSignal): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const taken = new AbortController();
  const offer = () => {
    // Cancelled means taken: nobody is offered it twice.
    if (!document.dispatchEvent(new MessageEvent(offered, { ports: [port2], cancelable: true }))) taken.abort();
  };
  document.addEventListener(
    wanted,
    (event) => {
      event.stopImmediatePropagation();
      offer();
    },
    { capture: true, signal: AbortSignal.any([signal, taken.signal]) },
  );
  offer();
  return port1;
}

/** MAIN world: takes the port. The first offer counts, all later ones are somebody else's. */
export function takePort(taken: (port: MessagePort) => void): void {
  document.addEventListener(
    offered,
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      const port = event instanceof MessageEvent ? event.ports[0] : undefined;
      if (port) taken(port);
    },
    { capture: true, once: true },
  );
  document.dispatchEvent(new Event(wanted));
}
