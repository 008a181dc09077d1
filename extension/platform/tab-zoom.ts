import type { TabZoom } from '../../shared/browser/screen/tab-zoom.ts';
import { browser } from './browser.ts';

const factor = 1.25;
const [least, most] = [0.25, 5];

/** Zooms a tab that the person has pointed at, for which the browser asks nobody. */
export const tabZoom = (tabId: number): TabZoom => ({
  async allow() {
    // Else it would hold for all of that site, and stay for good.
    await browser.tabs.setZoomSettings(tabId, { scope: 'per-tab' });
    return true;
  },
  async step(step) {
    if (step === 'reset') return browser.tabs.setZoom(tabId, 0);
    const now = await browser.tabs.getZoom(tabId);
    const next = step === 'in' ? now * factor : now / factor;
    await browser.tabs.setZoom(tabId, Math.min(most, Math.max(least, next)));
  },
});
