import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { managerHostName, managerProtocol } from '../../shared/protocol/manager-limits.ts';
import type { ManagerCommand, ManagerFact } from '../../shared/protocol/manager.ts';
import { openX, type XConnection } from '../../manager/x11/connection.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { buildManager, runManager } from '../support/manager/install-manager.ts';
import { grant } from '../support/manager/manager-process.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

let x: XConnection;

beforeAll(async () => {
  await buildManager();
  x = await openX(lane().display);
});
afterAll(() => x.close());

/** In the extension's page: a port of its own, and all that it hears. */
const connect = `globalThis.facts = [];
  globalThis.port = (globalThis.browser ?? chrome).runtime.connectNative('${managerHostName}');
  port.onMessage.addListener((fact) => facts.push(fact));`;
const send = (page: Page, command: ManagerCommand) => page.evaluate(`port.postMessage(${JSON.stringify(command)})`);
const facts = (page: Page) => page.evaluate('facts') as Promise<ManagerFact[]>;
const answer = (page: Page, id: number) =>
  waitFor(`the answer ${id}`, async () => (await facts(page)).find((fact) => 'id' in fact && fact.id === id));
const phase = (page: Page) => page.$eval('[data-manager]', (element) => element.getAttribute('data-manager'));
const keysDown = async () => [...(await x.ask(x.client.QueryKeymap))].some((bits) => bits !== 0);

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  const home = mkdtempSync(`${tmpdir()}/beside-home-`);
  let browser: TestBrowser;
  let options: Page;

  beforeAll(async () => {
    const builds = lane().builds;
    browser = await launchBrowser(kind, {
      extension: kind === 'chromium' ? builds.chromeAllSites : builds.firefox,
      display: lane().display,
      home,
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('the settings notice by themselves that the Support Manager has been installed', async () => {
    options = await browser.openExtensionPage('options');
    await options.waitForSelector('[data-manager]');
    if (kind === 'firefox') {
      const button = await options.waitForSelector('::-p-text(Let this browser use it)');
      await button?.click();
    }
    await waitFor('that it is missing', async () => (await phase(options)) === 'missing');
    expect(runManager(home, 'install')).toContain('is installed');
    await waitFor('that it is there', async () => (await phase(options)) === 'ready', 30_000);
    expect(runManager(home, 'status')).toMatch(/as it was installed[^]*Chromium: ready[^]*Firefox: ready/);
  });

  test('any text is typed into a real page as it was written, and reported surfaces are the real ones', async () => {
    const page = await browser.open('data:text/html,<title>Typing</title><textarea autofocus rows=5></textarea>');
    await options.evaluate(connect);
    await send(options, { type: 'manager.hello', id: 1, protocol: managerProtocol });
    expect(await answer(options, 1)).toMatchObject({ type: 'manager.welcomed', noInput: null });
    await send(options, { type: 'manager.surfaces', id: 2 });
    const listed = await answer(options, 2);
    const windows = listed.type === 'manager.listed' ? listed.windows : [];
    const window = windows.find(({ title }) => title.startsWith('Typing'))?.id ?? '';
    await send(options, { type: 'manager.control', id: 3, grant, surface: { kind: 'application', window } });
    expect(await answer(options, 3)).toMatchObject({ type: 'manager.done' });
    const beat = setInterval(() => void send(options, { type: 'manager.renew', grant }).catch(() => undefined), 300);
    await send(options, { type: 'manager.raise', id: 4, grant });
    await answer(options, 4);
    await page.bringToFront();
    await page.focus('textarea');
    await waitFor('the focus', () => page.evaluate(() => document.hasFocus()));
    const text = 'Příliš žluťoučký kůň @#{} €ß Ωя 日本 😀\nab';
    await send(options, { type: 'manager.text', grant, text });
    const typed = () => page.$eval('textarea', (area) => (area as HTMLTextAreaElement).value);
    await waitFor('the text', async () => (await typed()).length >= text.length, 15_000);
    expect(await typed()).toBe(text);
    expect((await facts(options)).filter(({ type }) => type === 'manager.dropped')).toEqual([]);

    await send(options, { type: 'manager.key', grant, action: 'down', key: 'Shift', code: 'ShiftLeft' });
    await waitFor('Shift', keysDown);
    clearInterval(beat);
  });

  test('what is held is let go when the browser is killed, and uninstalling leaves nothing', async () => {
    expect(await keysDown()).toBe(true);
    browser.browser.process()?.kill('SIGKILL');
    await waitFor('no key to be down', async () => !(await keysDown()));
    expect(runManager(home, 'uninstall')).toContain('is uninstalled');
    expect(() => runManager(home, 'status')).toThrow(/Not installed|status 1|Command failed/);
  });
});
