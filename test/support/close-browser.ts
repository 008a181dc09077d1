import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer';

/** Closes a browser, by its process id if it hangs, and removes its profile. */
export async function closeBrowser(browser: Browser, profile: string): Promise<void> {
  const child = browser.process();
  await Promise.race([browser.close().catch(() => undefined), sleep(5_000, undefined, { ref: false })]);
  if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
