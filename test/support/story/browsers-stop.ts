import { realKeys } from '../real-keys.ts';
import { waitFor } from '../wait-for.ts';

/** Presses Stop in the window of its own that Chromium puts up while a screen or a window is captured. */
export async function pressBrowsersStop(display: string): Promise<void> {
  const { windows, clickFromRight } = realKeys(display);
  const bar = await waitFor('the browser’s bar', async () => (await windows('is sharing')).at(0));
  // To the right of it is only the word Hide.
  await clickFromRight(bar, 100);
}
