import { switchKey } from '../../../shared/browser/ui/switch-key.ts';

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
