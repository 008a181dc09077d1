import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import puppeteer, { type Page } from 'puppeteer';
import { findTool } from '../../scripts/browsers.ts';
import { closeBrowser, removeFolder } from './close-browser.ts';
import { managerEnv } from './manager/manager-env.ts';
import { chromeExtensionId, extensionOrigins } from './extension-ids.ts';
import type { ExtensionPage, LaunchOptions, TestBrowser } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

const args = [
  '--no-sandbox',
  '--test-type',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--allow-loopback-in-peer-connection',
];

/** Screens are asked for plainly and windows without screens, so that one browser answers both. */
const pickerArgs = (title: string) => [
  '--auto-select-desktop-capture-source=Entire screen',
  `--auto-select-window-capture-source-by-title=${title}`,
];

const fakeDeviceArgs = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const origin = extensionOrigins.chromium;
const address = (name: ExtensionPage, query = '') => `${origin}/extension/${name}/index.html${query}`;

/** Chromium with a fresh profile, windows and all. */
export async function launchChromium({
  extension,
  display,
  seesBackground = true,
  seesNetwork = true,
  blocksPopups = false,
  trustsAll = false,
  capturesWindow,
  fakesDevices = false,
  capturesOwnTab = false,
  language = 'en-US',
  home,
}: LaunchOptions): Promise<TestBrowser> {
  // Native programs are looked for in the profile's folder: in a home folder it is where people have it.
  const profile = home ? `${home}/.config/chromium` : await mkdtemp(`${tmpdir()}/beside-chromium-`);
  // What pages are told of it: a browser without that language's own texts ignores --lang.
  await mkdir(`${profile}/Default`, { recursive: true });
  await writeFile(`${profile}/Default/Preferences`, JSON.stringify({ intl: { selected_languages: language } }));
  const browser = await puppeteer.launch({
    executablePath: findTool('chromium') ?? 'chromium',
    headless: false,
    pipe: true,
    networkEnabled: seesNetwork,
    enableExtensions: extension ? [extension] : true,
    defaultViewport: null,
    userDataDir: profile,
    env: { ...process.env, ...managerEnv, DISPLAY: display, LANGUAGE: language, ...(home ? { HOME: home } : {}) },
    ...(blocksPopups ? { ignoreDefaultArgs: ['--disable-popup-blocking'] } : {}),
    args: [
      ...args,
      `--lang=${language}`,
      ...(trustsAll ? ['--ignore-certificate-errors'] : []),
      ...(capturesWindow ? pickerArgs(capturesWindow) : []),
      ...(fakesDevices ? fakeDeviceArgs : []),
      ...(capturesOwnTab ? ['--auto-accept-this-tab-capture'] : []),
    ],
    ...(seesBackground ? {} : { targetFilter: (target) => target.type() !== 'service_worker' }),
  });

  const pagesNow = async (name: ExtensionPage): Promise<Page[]> => {
    const targets = browser.targets().filter((target) => target.url().startsWith(address(name)));
    return Promise.all(targets.map((target) => target.asPage()));
  };
  const open = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.bringToFront();
    return page;
  };
  const extensionPage = (name: ExtensionPage, timeoutMs?: number) =>
    waitFor(`the extension's ${name} page`, async () => (await pagesNow(name)).at(-1), timeoutMs);

  const pressToolbarButton = async (over: Page) => {
    await over.bringToFront();
    const ours = (await browser.extensions()).get(chromeExtensionId);
    if (!ours) throw new Error('The extension is not installed.');
    await over.triggerExtensionAction(ours);
  };

  return {
    kind: 'chromium',
    browser,
    open,
    openExtensionPage: (name, query) => open(address(name, query)),
    extensionPage,
    extensionPagesNow: pagesNow,
    openPopup: (over) =>
      // Another window that comes to the front meanwhile closes it, as it does for people.
      waitFor(
        'the popup to open, and to stay open',
        async () => {
          await pressToolbarButton(over);
          return extensionPage('popup', 3_000);
        },
        12_000,
      ),
    pressToolbarButton,
    async install(folder) {
      await browser.installExtension(folder);
    },
    async inExtension<T>(code: string): Promise<T> {
      const page = await open(address('options'));
      const result = (await page.evaluate(code)) as T;
      await page.close();
      return result;
    },
    async close() {
      await closeBrowser(browser);
      await removeFolder(profile);
    },
  };
}
