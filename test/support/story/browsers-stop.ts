import { realKeys } from '../real-keys.ts';
import { waitFor } from '../wait-for.ts';

/** Presses Stop in the bar of its own that Chromium puts up while a screen or a window is captured. */
export async function pressBrowsersStop(display: string): Promise<void> {
  const keys = realKeys(display);
  const bar = await waitFor('the browser’s bar', async () => (await keys.windows('is sharing')).at(0));
  await keys.press(bar, 'Tab', 'space');
}
