import { browser } from '../../platform/browser.ts';
import type { Size } from './tray-size.ts';

let wanted: Size | null = null;
let isAtIt = false;

/** The outer size of this window. One after the other, and of several wishes the last: browsers take their time. */
export async function sizeOwnWindow(size: Size): Promise<void> {
  wanted = size;
  if (isAtIt) return;
  isAtIt = true;
  try {
    const { id, type } = await browser.windows.getCurrent();
    // In a tab among others the window is not the console's.
    if (id === undefined || type !== 'popup') return;
    for (let next: Size | null = wanted; next; next = wanted) {
      wanted = null;
      await browser.windows.update(id, { ...next });
    }
  } finally {
    isAtIt = false;
  }
}
