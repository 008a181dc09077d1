/** Inside the frame of its window. */
export interface Size {
  width: number;
  height: number;
}

const closed: Size = { width: 320, height: 64 };
const open: Size = { width: 420, height: 520 };

/** Before the tray has been measured. */
export const traySize = (isOpen: boolean): Size => (isOpen ? open : closed);

const heightAtMost = 680;

/** The window that a tray of that height wants; `screen`: what the desktop has room for. */
export function fittedTray(isOpen: boolean, contentHeight: number, screen: number): Size {
  const height = Math.max(closed.height, Math.ceil(contentHeight));
  return { width: traySize(isOpen).width, height: Math.min(height, heightAtMost, screen) };
}
