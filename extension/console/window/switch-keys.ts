type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Alt+1 to Alt+9 and Alt+0 by their place on the keyboard, whatever a layout writes there: 0 to 9; null: another key. */
export function switchKey({ code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): number | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit === undefined || !altKey || ctrlKey || metaKey || shiftKey) return null;
  return (Number(digit) + 9) % 10;
}

/** As it is written in the list, and for screen readers; only the first ten have one. */
export const switchKeyName = (index: number): string | null => (index < 10 ? `Alt+${(index + 1) % 10}` : null);

/** Before anything else hears them: a host who controls a page has the focus in it. */
export function onSwitchKey(page: Window, switchTo: (index: number) => boolean, signal: AbortSignal): void {
  page.addEventListener(
    'keydown',
    (event) => {
      const index = switchKey(event);
      if (index === null || !switchTo(index)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
}
