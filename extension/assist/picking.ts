import type { Browser } from 'webextension-polyfill';
import { pickCss as css } from '../../shared/browser/cobrowse/pick/pick-css.ts';

interface PickingDeps {
  tabId: number;
  browser: Pick<Browser, 'scripting' | 'tabs' | 'windows'>;
  signal: AbortSignal;
}

/** The look of a page while its customer points at something in it, and which window is in front. */
export function createPicking({ tabId, browser, signal }: PickingDeps): { set(on: boolean): void } {
  let isOn = false;
  let drawing = Promise.resolve();

  async function bring(windowId: number | undefined) {
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  }
  async function draw(on: boolean) {
    // User-origin, as the indicator is: the page cannot restyle it, and it is in no mirror.
    const style = { target: { tabId, allFrames: true }, css, origin: 'USER' as const };
    if (on) await browser.scripting.insertCSS(style);
    else await browser.scripting.removeCSS(style);
    const { windowId } = on
      ? await browser.tabs.update(tabId, { active: true })
      : await browser.windows.getCurrent().then(({ id }) => ({ windowId: id }));
    await bring(windowId);
  }
  function set(on: boolean) {
    if (on === isOn) return;
    isOn = on;
    // A page that has just gone has nothing to draw on.
    drawing = drawing.then(() => draw(on)).catch(() => undefined);
  }
  signal.addEventListener('abort', () => set(false));
  return { set };
}
