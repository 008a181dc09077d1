/** Buttons, links, boxes and forms act on these, by mouse and keys alike. */
const presses = ['click', 'submit'] as const;

interface Deps {
  page: EventTarget;
  isOwnHand: () => boolean;
  onRefused: () => void;
  signal: AbortSignal;
}

/**
 * Takes no press that may be the other's, who controls this computer: else they could allow themselves more. What only
 * takes away is marked `data-takes-away` and always works.
 */
export function ownPressesOnly({ page, isOwnHand, onRefused, signal }: Deps): void {
  const hear = (event: Event) => {
    const { target } = event;
    if (isOwnHand() || (target instanceof Element && target.closest('[data-takes-away]'))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onRefused();
  };
  for (const type of presses) page.addEventListener(type, hear, { capture: true, signal });
}
