/** Unlike any that a browser gives out. */
export const hostPointerId = 31_337;

export interface PointerCapture {
  /** Who gets the host's pointer events instead of what lies under them. */
  holder(): Element | null;
  /** Button up: capture ends by itself, as with a real pointer. */
  end(): void;
  stop(): void;
}

/**
 * `setPointerCapture` throws for a pointer that no device has, and sliders stop there. While the host
 * controls, capture of the host's pointer is kept here; all other pointers go to the browser.
 */
export function shimPointerCapture(): PointerCapture {
  const proto = Element.prototype;
  const { setPointerCapture, releasePointerCapture, hasPointerCapture } = proto;
  let held: Element | null = null;

  const fire = (type: string, target: Element) =>
    target.dispatchEvent(new PointerEvent(type, { pointerId: hostPointerId, bubbles: true }));
  function release() {
    const before = held;
    held = null;
    if (before) fire('lostpointercapture', before);
  }

  function hold(element: Element) {
    release();
    held = element;
    fire('gotpointercapture', element);
  }

  proto.setPointerCapture = function (this: Element, id) {
    if (id !== hostPointerId) return setPointerCapture.call(this, id);
    if (held === this) return;
    hold(this);
  };
  proto.releasePointerCapture = function (this: Element, id) {
    if (id !== hostPointerId) return releasePointerCapture.call(this, id);
    if (held === this) release();
  };
  proto.hasPointerCapture = function (this: Element, id) {
    return id === hostPointerId ? held === this : hasPointerCapture.call(this, id);
  };

  return {
    holder: () => (held?.isConnected ? held : null),
    end: release,
    stop() {
      held = null;
      Object.assign(proto, { setPointerCapture, releasePointerCapture, hasPointerCapture });
    },
  };
}
