/**
 * Between our two scripts in one page: events on a node that is in no document, so nobody else hears them. They are
 * heard within the dispatch, where a message would wait until the browser has drawn. All goes as JSON: in Firefox
 * neither world may read the other's objects.
 */
export interface PrivateChannel {
  /** Lost while nobody hears. */
  post(message: unknown): void;
  /** One handler, for JSON; what comes from the other side is whatever it likes. */
  hear(handler: (text: string) => void): void;
}

const offered = 'beside:channel';
const wanted = 'beside:want-channel';
const toMain = 'beside:in';
const fromMain = 'beside:out';

function createChannel(node: Node, out: string, back: string): PrivateChannel {
  return {
    post(message) {
      node.dispatchEvent(new MessageEvent(out, { data: JSON.stringify(message) }));
    },
    hear(handler) {
      node.addEventListener(back, (event) => {
        if (event instanceof MessageEvent && typeof event.data === 'string') handler(event.data);
      });
    },
  };
}

/** ISOLATED world: its end, and what offers the other to the MAIN world, which may load before or after us. */
export function openChannel(signal: AbortSignal): PrivateChannel & { offer(): void } {
  const node = document.createComment('');
  const taken = new AbortController();
  const offer = () => {
    // Cancelled means taken: nobody is offered it twice.
    if (!document.dispatchEvent(new FocusEvent(offered, { relatedTarget: node, cancelable: true }))) taken.abort();
  };
  document.addEventListener(
    wanted,
    (event) => {
      event.stopImmediatePropagation();
      offer();
    },
    { capture: true, signal: AbortSignal.any([signal, taken.signal]) },
  );
  return { ...createChannel(node, toMain, fromMain), offer };
}

/** MAIN world: takes the channel. The first offer counts, all later ones are somebody else's. */
export function takeChannel(taken: (channel: PrivateChannel) => void): void {
  document.addEventListener(
    offered,
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      const node = event instanceof FocusEvent ? event.relatedTarget : null;
      if (node instanceof Comment) taken(createChannel(node, fromMain, toMain));
    },
    { capture: true, once: true },
  );
  document.dispatchEvent(new Event(wanted));
}
