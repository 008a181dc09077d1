import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenLimits } from '../../shared/protocol/screen-limits.ts';
import { lane } from '../support/lane.ts';
import { axeFaults } from '../support/axe.ts';
import { type Desktop, openDesktop } from '../support/manager/desktop.ts';
import { buildManager, killManagers, runManager } from '../support/manager/install-manager.ts';
import { openRecorder, type Recorder } from '../support/manager/recorder.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { begin, type Story } from '../support/story/begin.ts';
import {
  aheadAt,
  clickIn,
  controlIs,
  droppedIn,
  losesControl,
  partOf,
  type Picture,
  raise,
  seesAhead,
  takeControl,
  windowTitled,
} from '../support/story/hands.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { hasButton, press, pressIn, seesText } from '../support/story/press.ts';
import { openTab, row, type Surface } from '../support/story/screens.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
/** The program that is controlled: not under the middle of the windows of browsers. */
const target = { title: 'Controlled program', x: 700, y: 380, width: 400, height: 300 };
const text = 'ab 1 ěščř 漢字 😀';

let relay: TestRelay;
beforeAll(async () => {
  [relay] = await Promise.all([startRelay({ port: lane().relayPort }), buildManager()]);
});
afterAll(() => relay.stop());

type Role = 'host' | 'customer';

/** From now on captured frames cannot be compared in that window of Firefox's: what comes ahead has been seen by the Support Manager. */
const takeFrames = (page: Page) =>
  page.evaluate(() => void (HTMLVideoElement.prototype.requestVideoFrameCallback = () => 0));

describe.each(crossPairsWith('chromium'))('$host host, $customer customer', (pair) => {
  const homes = { host: mkdtempSync(`${tmpdir()}/beside-home-`), customer: mkdtempSync(`${tmpdir()}/beside-home-`) };
  let desktops: Record<Role, Desktop>;
  let programs: Record<Role, Recorder>;
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;
  // Firefox's picker cannot be told which window to take.
  const surfaceOf = (owner: Role): Surface => (pair[owner] === 'chromium' ? 'application' : 'desktop');
  const asked = surfaceOf('customer');

  beforeAll(async () => {
    runManager(homes.host, 'install');
    desktops = { host: await openDesktop('1366x860'), customer: await openDesktop('1366x860') };
    const launch = (role: Role) =>
      launchWithExtension(pair[role], {
        display: desktops[role].display,
        capturesWindow: target.title,
        home: homes[role],
      });
    [host, customer] = await Promise.all([launch('host'), launch('customer')]);
    story = await begin({ relay, host, customer, at: 'about:blank' });
    programs = {
      host: await openRecorder(desktops.host.display, target),
      customer: await openRecorder(desktops.customer.display, target),
    };
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
    for (const role of ['host', 'customer'] as const) {
      programs[role].close();
      await desktops[role].close();
      rmSync(homes[role], { recursive: true, force: true });
    }
  });

  /** Serious faults of a view, which is looked at if somebody wants to. */
  async function faultsOf(page: Page, name: string): Promise<string[]> {
    if (pictures) await screenshot(page, pictures, `control-${pair.host}-${name}`);
    return axeFaults(page);
  }
  const shown = (): Picture => ({ page: story.console, surface: asked });
  const middle = (owner: Role) => partOf(surfaceOf(owner), desktops[owner], programs[owner], { x: 0.5, y: 0.5 });
  const keysDown = async (owner: Role) => (await desktops[owner].down()).keys;

  /** Clicks into the program, types, and expects both to have arrived there. */
  async function writeIn(picture: Picture, owner: Role): Promise<void> {
    const program = programs[owner];
    await raise(desktops[owner], program);
    const at = await middle(owner);
    await takeControl(picture, at);
    const before = program.of('ButtonPress').length;
    const exactly = await clickIn(picture, at);
    await waitFor('the click', () => program.of('ButtonPress').length > before);
    const press_ = program.of('ButtonPress').at(-1);
    expect(Math.abs(Number(press_?.['x']) - 200)).toBeLessThan(2 * exactly);
    expect(Math.abs(Number(press_?.['y']) - 150)).toBeLessThan(2 * exactly);
    await picture.page.keyboard.type(text);
    await waitFor('the text', () => program.text().length >= text.length, 15_000);
    expect(program.text()).toBe(text);
  }

  test('Request control says what is missing, shows the customer how to install it, and goes on by itself', async () => {
    const { console, assist } = story;
    await openTab(console, asked);
    await pressIn(console, row('theirs', asked), 'Request control');
    const lack = pair.customer === 'firefox' ? 'has not yet been allowed to use' : 'No Support Manager is installed';
    await seesText(console, lack);
    expect(await faultsOf(console, 'needs')).toEqual([]);
    await press(console, 'Show Jan Novák how to install it');
    await seesText(assist, 'Anna Host would like to control this computer');
    if (pair.customer === 'firefox') await press(assist, 'Let this browser use it');
    await seesText(assist, 'Not installed on this computer.');
    await seesText(console, 'Waiting until Jan Novák has the Support Manager');
    expect([...(await faultsOf(assist, 'wanted')), ...(await faultsOf(console, 'awaits'))]).toEqual([]);
    expect(runManager(homes.customer, 'install')).toContain('is installed');
    await seesText(
      assist,
      asked === 'desktop' ? 'see and control this computer?' : 'see and control one of your windows?',
      30_000,
    );
    await waitFor('Allow to be armed', () => hasButton(assist, 'Allow'));
    await press(assist, 'Allow');
    await controlIs(shown(), 'idle', 30_000);
  });

  test('click and text in any script arrive in the program of the customer', async () => {
    expect(await faultsOf(story.console, 'idle')).toEqual([]);
    if (asked === 'desktop') await takeFrames(story.assist);
    await writeIn(shown(), 'customer');
    await seesText(story.assist, 'Anna Host is in control.');
    await seesAhead(shown(), await middle('customer'));
    expect([...(await faultsOf(story.console, 'held')), ...(await faultsOf(story.assist, 'controlled'))]).toEqual([]);
  });

  test.each([pair].filter(() => asked === 'desktop'))(
    'what a program paints is over the video in its own colours though no frame was compared, and for a moment only',
    async () => {
      const program = programs.customer;
      await clickIn(shown(), await middle('customer'));
      await program.paint(0x1f_6f_b4, { x: 40, y: 40, width: 60, height: 60 });
      const painted = await partOf(asked, desktops.customer, program, { x: 70 / 400, y: 70 / 300 });
      const isAhead = async () => String(await aheadAt(shown(), painted));
      await waitFor('what was painted', async () => (await isAhead()) === '31,111,180,255');
      if (pictures) await screenshot(story.console, pictures, `control-${pair.host}-ahead`);
      await waitFor('the video alone', async () => (await isAhead()) === '0,0,0,0');
    },
  );

  test.each([pair].filter(() => asked === 'application'))(
    'where another window lies over the granted one a click does nothing, and the host is told',
    async () => {
      const over = await openRecorder(desktops.customer.display, { ...target, title: 'Another program', x: 900 });
      await clickIn(shown(), { x: 0.75, y: 0.5 });
      await droppedIn(shown(), 'covered');
      expect(over.events.filter(({ name }) => name.startsWith('Button'))).toEqual([]);
      if (pictures) await screenshot(story.console, pictures, `control-${pair.host}-covered`);
      await press(story.console, 'Bring to front');
      const before = programs.customer.of('ButtonPress').length;
      await waitFor('the click to arrive', async () => {
        await clickIn(shown(), { x: 0.75, y: 0.5 });
        return programs.customer.of('ButtonPress').length > before;
      });
      over.close();
    },
  );

  test('the customer’s own mouse interrupts at once; the host sees it, and can go on afterwards', async () => {
    const { xtest, root, settled } = desktops.customer.x;
    xtest.FakeInput(6, 0, 0, root, 30, 30);
    await settled();
    await controlIs(shown(), 'suspended');
    await seesText(story.console, 'Jan Novák is using mouse or keys.');
    await controlIs(shown(), 'held');
  });

  test.each([pair].filter(() => asked === 'desktop'))(
    'in the customer’s own window the host’s mouse adds nothing, and the customer’s own mouse does',
    async () => {
      const { assist } = story;
      const { x } = desktops.customer;
      await assist.bringToFront();
      const count = () => assist.$$eval('.shown-picture', ({ length }) => length);
      // Where it is on the screen Firefox tells its own pages.
      const at = await waitFor('the button on the screen', () =>
        assist.evaluate(() => {
          const button = [...document.querySelectorAll('button')].find((one) => one.innerText === 'Add a screen');
          button?.scrollIntoView({ block: 'center' });
          const box = button?.getBoundingClientRect();
          const { mozInnerScreenX: left = 0, mozInnerScreenY: top = 0 } = globalThis as {
            mozInnerScreenX?: number;
            mozInnerScreenY?: number;
          };
          return box && { x: left + box.x + box.width / 2, y: top + box.y + box.height / 2 };
        }),
      );
      const part = { x: at.x / x.width, y: at.y / x.height };
      await takeControl(shown(), part);
      await waitFor('the press to be refused', async () => {
        await clickIn(shown(), part);
        return assist.$('[data-not-own-hand]');
      });
      if (pictures) await screenshot(assist, pictures, `control-${pair.host}-not-own-hand`);
      expect(await count()).toBe(1);
      const hand = async (type: number, detail: number, to = { x: 0, y: 0 }) => {
        x.xtest.FakeInput(type, detail, 0, x.root, Math.round(to.x), Math.round(to.y));
        await x.settled();
      };
      await hand(6, 0, { x: 30, y: 30 });
      await controlIs(shown(), 'suspended');
      await sleep(screenLimits.pressOnTheWayMs);
      await hand(6, 0, at);
      await hand(4, 1);
      await hand(5, 1);
      await waitFor('one more screen', async () => (await count()) === 2);
      await raise(desktops.customer, programs.customer);
    },
  );

  test('Escape twice leaves: nothing that is typed goes anywhere any more', async () => {
    const { keyboard } = story.console;
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await controlIs(shown(), 'idle');
    const before = programs.customer.text();
    await keyboard.type('xyz');
    await takeControl(shown(), await middle('customer'));
    expect(programs.customer.text()).toBe(before);
  });

  test('what is held is let go when the Support Manager is killed, and control goes on with its successor', async () => {
    await story.console.keyboard.down('Shift');
    await waitFor('Shift', async () => (await keysDown('customer')) === 1);
    const lost = losesControl(shown());
    expect(killManagers(homes.customer)).toBeGreaterThan(0);
    await waitFor('Shift to be up', async () => (await keysDown('customer')) === 0);
    await lost;
    await story.console.keyboard.up('Shift');
    await controlIs(shown(), 'held', 20_000);
  });

  test('taking control back lets go at once, and the picture stays', async () => {
    await story.console.keyboard.down('Shift');
    await waitFor('Shift', async () => (await keysDown('customer')) === 1);
    await press(story.assist, 'Take back control');
    await waitFor('Shift to be up', async () => (await keysDown('customer')) === 0, 1_000);
    await story.console.keyboard.up('Shift');
    await seesText(story.console, 'View only');
    expect(await story.console.$('.picture-patches')).toBeNull();
    expect(await story.console.$('.screen-view video')).not.toBeNull();
  });

  test('Share control: the customer’s mouse and keys arrive in the host’s program, from the window with the picture', async () => {
    const { console, assist } = story;
    const surface = surfaceOf('host');
    await openTab(console, surface);
    await pressIn(console, row('ours', surface), 'Share control');
    if (pair.host === 'firefox') {
      await press(console, 'Let this browser use it');
      await seesText(console, 'Installed, version');
      await press(console, 'Share control');
    }
    await seesText(assist, 'wants to let you see and control');
    // In Firefox nobody but the window that opened it can reach the one with the picture: there it opens none, and the
    // picture is where it is then.
    if (pair.customer === 'firefox') await assist.evaluate(() => void (globalThis.open = () => null));
    await press(assist, 'Allow');
    const page = pair.customer === 'firefox' ? assist : await windowTitled(customer, 'Shown to you');
    const picture = { page, surface };
    await controlIs(picture, 'idle', 20_000);
    await writeIn(picture, 'host');
    await seesText(console, 'Jan Novák is in control.');
    expect([...(await faultsOf(picture.page, 'viewer')), ...(await faultsOf(console, 'shares'))]).toEqual([]);
    await pressIn(console, `[data-shown="${surface}"]`, 'Stop showing');
    await seesText(assist, 'Anna Host has stopped showing you the picture.');
  });

  test('what is held is let go when the host’s browser is killed', async () => {
    await openTab(story.console, asked);
    await pressIn(story.console, row('theirs', asked), 'Request control');
    await press(story.assist, 'Allow');
    await raise(desktops.customer, programs.customer);
    await takeControl(shown(), await middle('customer'));
    await clickIn(shown(), await middle('customer'));
    await story.console.keyboard.down('Control');
    await waitFor('Control', async () => (await keysDown('customer')) === 1);
    host.browser.process()?.kill('SIGKILL');
    await waitFor('Control to be up', async () => (await keysDown('customer')) === 0, 3_000);
  });
});
