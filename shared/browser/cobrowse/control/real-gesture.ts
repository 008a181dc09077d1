/** What browsers let a page do only when a person has just pressed something. */
export interface RealGesture {
  /** Runs what the host does; what needs a person in the meantime, or shortly after, is stopped and told. */
  during<T>(id: number, act: () => T): T;
  stop(): void;
}

/** How long after a command the page's own wish counts as caused by it: a handler may have asked a server first. */
const lingerMs = 1_000;

const refused = () => new DOMException('Beside: this needs a press by the person at this computer.', 'NotAllowedError');

/**
 * While the host controls, calls that need a real gesture are caught. A host has none to lend, and must not
 * use one that the customer made a moment ago for something else.
 */
export function watchRealGestures(needed: (id: number, element: Element | null) => void): RealGesture {
  let acting = false;
  let last = { id: 0, at: -Infinity };
  const undo: (() => void)[] = [];

  function isHosts(): boolean {
    if (acting) return true;
    return performance.now() - last.at < lingerMs && !navigator.userActivation?.isActive;
  }

  /** Puts `caught` in the place of a method while the host's hand is behind the call. */
  function replace(proto: object | undefined, name: string, caught: (self: unknown) => { result: unknown } | null) {
    const before = proto && Object.getOwnPropertyDescriptor(proto, name);
    if (!proto || typeof before?.value !== 'function' || !before.configurable) return;
    const original = before.value as (this: unknown, ...args: unknown[]) => unknown;
    const shim = function (this: unknown, ...args: unknown[]) {
      const stopped = isHosts() ? caught(this) : null;
      return stopped ? stopped.result : original.apply(this, args);
    };
    Object.defineProperty(proto, name, { ...before, value: shim });
    undo.push(() => {
      // Somebody may have put something of theirs around ours.
      if (Object.getOwnPropertyDescriptor(proto, name)?.value === shim) Object.defineProperty(proto, name, before);
    });
  }
  const tell = (element: unknown) =>
    needed(last.id, element instanceof Element && element.isConnected ? element : null);
  const nothing = (self: unknown) => {
    tell(self);
    return { result: null };
  };
  const rejection = (self: unknown) => {
    tell(self);
    return { result: Promise.reject(refused()) };
  };
  const isPicker = (element: unknown) => element instanceof HTMLInputElement && element.type === 'file';

  replace(window, 'open', nothing);
  replace(window, 'print', nothing);
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'])
    replace(window, name, rejection);
  replace(Element.prototype, 'requestFullscreen', rejection);
  replace(Element.prototype, 'requestPointerLock', rejection);
  replace(Navigator.prototype, 'share', rejection);
  for (const name of ['read', 'readText']) replace(window.Clipboard?.prototype, name, rejection);
  replace(window.MediaDevices?.prototype, 'getDisplayMedia', rejection);
  replace(HTMLInputElement.prototype, 'showPicker', nothing);
  replace(HTMLElement.prototype, 'click', (self) => (isPicker(self) ? nothing(self) : null));

  /** A label or a script's click on a file field, wherever it comes from; and links that open or save something. */
  function clicked(event: MouseEvent) {
    const [target] = event.composedPath();
    if (event.isTrusted || !(target instanceof Element) || !isHosts()) return;
    const link = target.closest('a[href], area[href]');
    const opens = link?.matches(
      '[target]:not([target=""], [target^="_self" i], [target^="_top" i], [target^="_parent" i])',
    );
    const aside = link && (event.ctrlKey || event.metaKey || event.shiftKey || event.type === 'auxclick');
    if (!isPicker(target) && !opens && !aside && !link?.matches('[download]')) return;
    // Last of all: the page may do something of its own instead.
    window.addEventListener(event.type, (late) => late === event && stop(late, link ?? target), { once: true });
  }
  function stop(event: Event, element: Element) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    tell(element);
  }
  const listening = new AbortController();
  for (const type of ['click', 'auxclick'] as const) {
    window.addEventListener(type, clicked, { capture: true, signal: listening.signal });
  }

  return {
    during(id, act) {
      acting = true;
      last = { id, at: performance.now() };
      try {
        return act();
      } finally {
        acting = false;
        last.at = performance.now();
      }
    },
    stop() {
      listening.abort();
      for (const one of undo.splice(0)) one();
    },
  };
}
