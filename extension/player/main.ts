import {
  consoleNow,
  playerHears,
  playerNow,
  playerPort,
  playerReady,
} from '../../shared/browser/cobrowse/play/player-messages.ts';
import { switchKey } from '../../shared/browser/ui/switch-key.ts';
import { ownOrigin } from '../../shared/browser/cobrowse/play/own-origin.ts';
import { startPlayer } from '../../shared/browser/cobrowse/play/start-player.ts';

/** Uses nothing of the extension's: all it gets and gives is the page's that holds it: by events, and by one port what may wait. */

function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id} is missing`);
  return element;
}

const elements = {
  stage: byId('stage', HTMLElement),
  mirror: byId('mirror', HTMLDivElement),
  overlay: byId('overlay', HTMLDivElement),
  field: byId('field', HTMLTextAreaElement),
  panel: byId('panel', HTMLDivElement),
  bubble: byId('bubble', HTMLDivElement),
};

/** Alt and a number is the console's, which goes from one session to another by it; a mirror has the focus often. */
window.addEventListener(
  'keydown',
  (event) => {
    if (!event.isTrusted || switchKey(event) === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { code, altKey } = event;
    frameElement?.dispatchEvent(new KeyboardEvent('keydown', { code, altKey, bubbles: true }));
  },
  { capture: true },
);

const call = () => parent.postMessage(playerReady, ownOrigin());
const waiting = new AbortController();

window.addEventListener(
  'message',
  ({ data, source, origin, ports }) => {
    if (source !== parent || parent === window || origin !== self.origin) return;
    if (data === playerReady) call();
    const [port] = ports;
    if (data !== playerPort || !port) return;
    waiting.abort();
    frameElement?.addEventListener(consoleNow, (event) => {
      port.dispatchEvent(new MessageEvent('message', { data: (event as CustomEvent<unknown>).detail }));
    });
    startPlayer(elements, port, (detail) => frameElement?.dispatchEvent(new CustomEvent(playerNow, { detail })));
    frameElement?.dispatchEvent(new Event(playerHears));
  },
  { signal: waiting.signal },
);
call();
