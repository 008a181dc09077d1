import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import puppeteer, { type Page } from 'puppeteer';
import { findTool } from '../../scripts/browsers.ts';
import { closeBrowser, removeFolder } from './close-browser.ts';
import { managerEnv } from './manager/manager-env.ts';
import { extensionOrigins, firefoxAddOnId, firefoxExtensionHost } from './extension-ids.ts';
import type { ExtensionPage, LaunchOptions, TestBrowser } from './test-browser.ts';
import { keepStartupCache, takeStartupCache } from './startup-cache.ts';
import { waitFor } from './wait-for.ts';

const prefs = (language: string) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [firefoxAddOnId]: firefoxExtensionHost }),
  // Whoever clicks in a test means yes; the prompt is the browser's own and has no page to click in.
  'extensions.webextOptionalPermissionPrompts': false,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.loopback': true,
  'media.navigator.permission.disabled': true,
  'media.navigator.streams.fake': true,
  // Without a sound card an AudioContext would stand still.
  'media.cubeb.force_mock_context': true,
  'intl.accept_languages': language,
  'intl.locale.requested': language,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
});

const origin = extensionOrigins.firefox;
const address = (name: ExtensionPage, query = '') => `${origin}/extension/${name}/index.html${query}`;

/** Where a page really is: puppeteer reports the extension's pages as about:blank. Null while it is between pages. */
async function whereIs(page: Page): Promise<string | null> {
  try {
    return await page.evaluate(() => (document.readyState === 'loading' ? null : location.href));
  } catch {
    return null;
  }
}

/** Firefox with a fresh profile and home folder, windows and all. */
export async function launchFirefox({
  extension,
  display,
  language = 'en-US',
  peerToPeer = true,
  blocksPopups = false,
  backgroundIdleMs = 30_000,
  prefs: more = {},
  home: given,
}: LaunchOptions): Promise<TestBrowser> {
  const home = given ?? (await mkdtemp(`${tmpdir()}/beside-firefox-`));
  const profile = await mkdtemp(`${tmpdir()}/beside-profile-`);
  await takeStartupCache(profile);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findTool('firefox') ?? 'firefox',
    headless: false,
    defaultViewport: null,
    timeout: 60_000,
    userDataDir: profile,
    // Without a locale its window titles cannot be read.
    env: {
      ...process.env,
      ...managerEnv,
      LC_ALL: 'C.UTF-8',
      DISPLAY: display,
      HOME: home,
      MOZ_DISABLE_AUTO_SAFE_MODE: '1',
    },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...prefs(language),
      'extensions.background.idle.timeout': backgroundIdleMs,
      ...(blocksPopups ? { 'dom.disable_open_during_load': true } : {}),
      ...(peerToPeer ? {} : { 'media.peerconnection.ice.proxy_only': true }),
      ...more,
    },
  });
  if (extension) await browser.installExtension(extension);

  const pagesNow = async (name: ExtensionPage): Promise<Page[]> => {
    const pages = await browser.pages();
    const places = await Promise.all(pages.map(whereIs));
    return pages.filter((_page, index) => places[index]?.startsWith(address(name)));
  };
  const openExtensionPage = async (name: ExtensionPage, query = '') => {
    const page = await browser.newPage();
    // The load event of an extension page never arrives: go, and look for oneself.
    page.goto(address(name, query)).catch(() => undefined);
    await waitFor(`the extension's ${name} page in Firefox`, async () =>
      (await whereIs(page))?.startsWith(address(name)),
    );
    return page;
  };
  const extensionPage = (name: ExtensionPage, timeoutMs = 20_000) =>
    waitFor(`the extension's ${name} page`, async () => (await pagesNow(name)).at(-1), timeoutMs);

  return {
    kind: 'firefox',
    browser,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.bringToFront();
      return page;
    },
    openExtensionPage,
    extensionPage,
    extensionPagesNow: pagesNow,
    async openPopup(over) {
      await over.bringToFront();
      return openExtensionPage('popup');
    },
    pressToolbarButton: () => Promise.reject(new Error('No page has a hand on the toolbar of Firefox.')),
    async install(folder) {
      await browser.installExtension(folder);
    },
    async inExtension<T>(code: string): Promise<T> {
      const page = await openExtensionPage('options');
      const result = (await page.evaluate(code)) as T;
      await page.close();
      return result;
    },
    async close() {
      const ended = await closeBrowser(browser);
      if (ended) await keepStartupCache(profile);
      await removeFolder(profile);
      if (given === undefined) await removeFolder(home);
    },
  };
}
