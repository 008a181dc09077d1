export interface HelpWindow {
  /** Call it from a click. */
  open(): void;
  /** What this document has opened. */
  readonly opened: Window | null;
}

/** A window that an earlier document of this tab has opened is found by this. */
const name = 'beside-help';
const size = { width: 420, height: 680 };

/** Opens the relay's window at the side of the screen, or shows the one that is there. */
export function createHelpWindow(address: () => string): HelpWindow {
  let opened: Window | null = null;
  return {
    get opened() {
      return opened;
    },
    open() {
      const { availWidth, availHeight } = screen;
      const left = Math.max(0, availWidth - size.width - 24);
      const top = Math.max(0, Math.round((availHeight - size.height) / 3));
      opened = window.open('', name, `popup,width=${size.width},height=${size.height},left=${left},top=${top}`);
      if (!opened) return;
      // A new one is empty; one with the relay's page, with a session in it, is not to be loaded anew.
      if (isEmpty(opened)) opened.location.href = address();
      opened.focus();
    },
  };
}

function isEmpty(opened: Window): boolean {
  try {
    return opened.location.href === 'about:blank';
  } catch {
    // It is of another origin.
    return false;
  }
}
