import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer';

/** Closes a browser, by its process id if it hangs; true if it has ended as it should. */
export async function closeBrowser(browser: Browser): Promise<boolean> {
  const child = browser.process();
  await Promise.race([browser.close().catch(() => undefined), sleep(5_000, undefined, { ref: false })]);
  if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  return child?.exitCode === 0;
}

/** What is just ending may still write to it. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
