import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import type { TestHost } from '../support/make-host.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { joinWithExtension } from '../support/story/customer.ts';
import { type HostDesk, signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { hasButton, press, pressIn, seesText } from '../support/story/press.ts';
import { typeSignIn } from '../support/story/sign-in.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
const recorded = (page: Page, phase: 'on' | 'off') =>
  waitFor(`a recording that is ${phase}`, () => page.$(`[data-recording="${phase}"]`));
const hostsButtons = ['Record session', 'Pause recording', 'Stop recording', 'Withdraw'];

describe.each(crossPairsWith('firefox'))('[R4] $host host, $customer customer', (pair) => {
  let relay: TestRelay;
  let host: TestBrowser;
  let customer: TestBrowser;
  let anna: TestHost;
  let admin: Page;
  beforeAll(async () => {
    [relay, host, customer] = await Promise.all([
      startRelay({ port: lane().relayPort }),
      launchWithExtension(pair.host),
      launchWithExtension(pair.customer),
    ]);
    anna = await relay.addHost({ name: 'Anna Host' });
    await signInDirectly(host, relay.url, anna);
    const { email, password } = await relay.addHost({ name: 'Ada Admin', admin: true });
    admin = await customer.open(`${relay.url}/admin#recording`);
    await typeSignIn(admin, email, password);
  });
  afterAll(() => Promise.all([host.close(), customer.close(), relay.stop()]));

  const looksWell = async (page: Page, name: string) => {
    expect(await axeFaults(page), name).toEqual([]);
    if (pictures) await screenshot(page, pictures, `automatic-${pair.host}-${name}`);
  };
  const save = async () => {
    await press(admin, 'Save');
    await waitFor('what is saved', async () => !(await hasButton(admin, 'Save')));
  };
  const begin = async (): Promise<HostDesk> => startSession(host, await host.open(relay.url));
  /** Jan comes, and is asked before anything is recorded. */
  async function letIn({ console, number }: HostDesk, hint: string): Promise<Page> {
    const assist = await joinWithExtension(customer, relay.url, number, 'Jan Novák');
    await press(console, 'Admit');
    await seesText(assist, 'Nothing has been recorded yet.');
    await seesText(assist, hint);
    expect(await assist.$('[data-recording="on"]')).toBeNull();
    return assist;
  }
  async function leavesNothingToTheHost(console: Page): Promise<void> {
    await pressIn(console, '.tab-list', 'Session');
    await seesText(console, 'This site records these sessions by itself.');
    for (const name of hostsButtons)
      expect(await hasButton(console, name, '[data-tools="recording"]'), name).toBe(false);
  }

  test('the admin has all sessions recorded: a customer who says no is helped without it, and not asked again', async () => {
    await admin.waitForSelector('select[name="site-mode"]');
    await admin.select('select[name="site-mode"]', 'automatic');
    await save();
    const desk = await begin();
    await leavesNothingToTheHost(desk.console);
    const assist = await letIn(desk, 'If you say no, Anna Host helps you without a recording.');
    await looksWell(assist, 'may-refuse');
    await press(assist, 'Deny');
    await seesText(desk.console, 'Jan Novák did not allow it: this session is not recorded.');
    await looksWell(desk.console, 'refused');
    await seesText(assist, 'Anna Host is helping you');
    for (const page of [assist, desk.console]) await recorded(page, 'off');
    expect(await hasButton(assist, 'Allow')).toBe(false);
    await desk.console.close();
    await assist.close();
  });

  test('of one host the admin wants it in any case: a no leaves, a yes begins it, and only the customer ends it', async () => {
    await admin.bringToFront();
    const option = await admin.waitForSelector('select[name="add-hosts"] option:not([value=""])');
    const hosts = await admin.$$eval('select[name="add-hosts"] option', (all) =>
      all.map(({ value, textContent }) => [value, textContent]),
    );
    await option?.dispose();
    const [id = ''] = hosts.find(([, name]) => name === anna.name) ?? [];
    await admin.select('select[name="add-hosts"]', id);
    await admin.waitForSelector(`select[name="hosts-${id}"]`);
    await admin.select(`select[name="hosts-${id}"]`, 'automatic');
    await (await admin.waitForSelector(`input[name="hosts-${id}-refuse"]`))?.click();
    await looksWell(admin, 'rule');
    await save();

    const hint = 'Without a recording this site cannot help you';
    const without = await begin();
    const leaving = await letIn(without, hint);
    await press(leaving, 'No, leave');
    await seesText(without.console, 'The session is over');
    await Promise.all([without.console.close(), leaving.close()]);
    const desk = await begin();
    const assist = await letIn(desk, hint);
    await looksWell(assist, 'must');
    await press(assist, 'Allow');
    for (const page of [assist, desk.console]) await recorded(page, 'on');
    await leavesNothingToTheHost(desk.console);
    await looksWell(desk.console, 'on');
    await looksWell(assist, 'on-customer');
    await press(assist, 'Stop recording and leave');
    await pressIn(assist, 'dialog[open]', 'Stop recording and leave');
    await seesText(desk.console, 'The session is over');
  });
});
