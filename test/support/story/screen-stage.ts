import type { Page } from 'puppeteer';
import { axeFaults } from '../axe.ts';
import { type Display, openDisplay } from '../display.ts';
import { type FixtureServer, startFixtureServer } from '../fixture-server.ts';
import { lane } from '../lane.ts';
import { startRelay, type TestRelay } from '../relay.ts';
import { screenshot } from '../screenshot.ts';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { begin, type Begun } from './begin.ts';
import { launchWithExtension } from './launch.ts';
import type { Pair } from './pairs.ts';
import { press, pressIn, seesText } from './press.ts';
import { keepOpened, openMovingWindow, openTab, row, type Surface, viewerIsOpen } from './screens.ts';

type Role = 'host' | 'customer';

/** A session in which screens are about to be shown. Each has a screen of their own, else a desktop would show itself. */
export interface ScreenStage {
  relay: TestRelay;
  pages: FixtureServer;
  displays: Record<Role, Display>;
  host: TestBrowser;
  customer: TestBrowser;
  story: Begun;
  /** A window on each screen that never stands still. */
  moving: Record<Role, Page>;
  end(): Promise<void>;
}

export const view = (surface: Surface) => `.screen-view[data-surface="${surface}"]`;
export const shownCard = (surface: Surface) => `[data-shown="${surface}"]`;
/** How a browser on that screen is started. */
export const on = ({ name }: Display) => ({ display: name, capturesWindow: 'Moving window' });

export async function openScreenStage(pair: Pair): Promise<ScreenStage> {
  const [relay, pages, ...screens] = await Promise.all([
    startRelay({ port: lane().relayPort }),
    startFixtureServer(),
    openDisplay('1366x860'),
    openDisplay('1366x860'),
  ]);
  const displays = { host: screens[0], customer: screens[1] };
  const [host, customer] = await Promise.all([
    launchWithExtension(pair.host, on(displays.host)),
    launchWithExtension(pair.customer, on(displays.customer)),
  ]);
  const story = await begin({ relay, host, customer, at: 'about:blank' });
  await keepOpened(story.assist);
  const moving = {
    host: await openMovingWindow(host, pages.url),
    customer: await openMovingWindow(customer, pages.url),
  };
  return {
    ...{ relay, pages, displays, host, customer, story, moving },
    async end() {
      await Promise.all([host.close(), customer.close()]);
      await Promise.all([relay.stop(), pages.close(), displays.host.close(), displays.customer.close()]);
    },
  };
}

export async function askToSee({ story, moving }: ScreenStage, surface: Surface): Promise<void> {
  await openTab(story.console, surface);
  await pressIn(story.console, row('theirs', surface), 'Request view');
  await seesText(story.assist, surface === 'desktop' ? 'see a screen of yours?' : 'see one of your windows?');
  await moving.customer.bringToFront();
  await press(story.assist, 'Allow');
}

export async function offerToShow({ story, moving }: ScreenStage, surface: Surface): Promise<void> {
  await openTab(story.console, surface);
  await moving.host.bringToFront();
  await pressIn(story.console, row('ours', surface), 'Share view');
  await seesText(story.assist, `Anna Host wants to show you ${surface === 'desktop' ? 'their screen' : 'a program'}`);
  await press(story.assist, 'Allow');
  await waitFor('the window with the picture', () => viewerIsOpen(story.assist));
}

/** Serious faults of a view. With BESIDE_TEST_PICTURES a picture of it is kept there. */
export async function faultsIn(page: Page, name: string): Promise<string[]> {
  const pictures = process.env['BESIDE_TEST_PICTURES'];
  if (pictures) await screenshot(page, pictures, `screens-${name}`);
  return axeFaults(page);
}
