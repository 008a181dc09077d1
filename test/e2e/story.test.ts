import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { allow, joinWithExtension } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { clickInMirror, inMirror, mirrorShows } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { screenshot } from '../support/screenshot.ts';
import { waitFor } from '../support/wait-for.ts';

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  relay = await startRelay({ port: inject('relayPort') });
  pages = await startFixtureServer();
});
afterAll(async () => {
  await relay?.stop();
  await pages?.close();
});

test('a host helps a customer from the first click to the end', async () => {
  const builds = inject('builds');
  const display = inject('display');
  const host = await launchBrowser('chromium', { extension: builds.chromeAllSites, display });
  const customer = await launchBrowser('chromium', { extension: builds.chromeAllSites, display });
  const shots = '/tmp/shots';
  try {
    await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
    const desk = await startSession(host, await host.open(`${pages.url}/frames/`));
    await screenshot(desk.console, shots, '01-console-number');
    const page = await customer.open(`${pages.url}/spa/`);
    const title = await page.title();
    const assist = await joinWithExtension(customer, relay.url, desk.number, 'Jan Novák');
    await seesText(assist, 'Waiting to be let in');
    await screenshot(assist, shots, '02-lobby');
    await screenshot(desk.console, shots, '03-knock');
    await press(desk.console, 'Admit');
    await seesText(assist, 'Anna Host is helping you');
    await press(desk.console, 'Request view');
    await seesText(assist, 'Let Anna Host see this page?');
    await screenshot(assist, shots, '04-consent');
    await allow(assist, title);
    await seesText(assist, 'Stop showing');
    await new Promise((r) => setTimeout(r, 3000));
    await screenshot(desk.console, shots, '05-mirror');
    await screenshot(assist, shots, '06-shown');
    await screenshot(page, shots, '07-page');
    expect(await inMirror(desk.console, (mirror) => mirror.body.textContent)).toContain('x');
  } finally {
    await host.close();
    await customer.close();
  }
});
