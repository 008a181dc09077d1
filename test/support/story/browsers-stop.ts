import { realKeys } from '../real-keys.ts';
import type { BrowserKind } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';

const titles: Readonly<Record<BrowserKind, string>> = { chromium: 'is sharing', firefox: 'Sharing Indicator' };

/** Presses Stop in the window of its own that the browser puts up while a screen or a window is captured. */
export async function pressBrowsersStop(kind: BrowserKind, display: string): Promise<void> {
  const { windows, clickFromRight } = realKeys(display);
  const bar = await waitFor('the browser’s bar', async () => (await windows(titles[kind])).at(0));
  // To the right of it is only the word Hide, or a sign for it.
  await clickFromRight(bar, 100);
}
