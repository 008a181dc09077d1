import { browser } from '../platform/browser.ts';

const forPage = { width: 1160, height: 800 };
const forSession = { width: 440, height: 680 };

/** Room in the assist window for the host's page while that is shown; a window that was made larger by hand stays so. */
export async function makeRoom(forHostPage: boolean): Promise<void> {
  const window = await browser.windows.getCurrent();
  if (window.type !== 'popup' || window.state !== 'normal' || window.id === undefined) return;
  const { width = 0, height = 0 } = window;
  const isSmall = width < forPage.width || height < forPage.height;
  const isOurs = width === forPage.width && height === forPage.height;
  if (forHostPage ? !isSmall : !isOurs) return;
  const room = forHostPage
    ? { width: Math.max(width, forPage.width), height: Math.max(height, forPage.height) }
    : forSession;
  await browser.windows.update(window.id, room);
}
