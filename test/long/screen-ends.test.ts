import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { leave, type Story } from '../support/story/begin.ts';
import { pressBrowsersStop } from '../support/story/browsers-stop.ts';
import { watchCaptureEnd } from '../support/story/capture-end.ts';
import { join } from '../support/story/customer.ts';
import { startSession } from '../support/story/host.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { hasButton, press, pressIn, seesText } from '../support/story/press.ts';
import {
  askToSee,
  faultsIn,
  offerToShow,
  on,
  openScreenStage,
  type ScreenStage,
  shownCard,
  view,
} from '../support/story/screen-stage.ts';
import { keepOpened, openMovingWindow, openTab, row, seesMoving } from '../support/story/screens.ts';
import { waitFor } from '../support/wait-for.ts';

describe.each(crossPairsWith('firefox'))('$host host, $customer customer', (pair) => {
  let stage: ScreenStage;
  let story: Story;
  beforeAll(async () => {
    stage = await openScreenStage(pair);
    ({ story } = stage);
  });
  afterAll(() => stage.end());

  // Firefox's picker cannot be told which window to take.
  const canChoose = [pair].filter(({ customer: kind }) => kind === 'chromium');

  /** The capture ends of itself, not by our own Stop: both sides are told; how soon is printed. */
  async function endsOnBothSides(how: string, owner: 'host' | 'customer', end: () => Promise<unknown>): Promise<void> {
    const [own, other] = owner === 'host' ? [story.console, story.assist] : [story.assist, story.console];
    const stopped = owner === 'host' ? 'Anna Host has stopped showing you' : 'Jan Novák’s window was closed';
    const told = await watchCaptureEnd({
      owner: { page: own, reads: 'Nothing is shown any more: the window was closed' },
      viewer: { page: other, reads: stopped },
    });
    await end();
    const ms = await told();
    globalThis.console.log(`${how}: told the owner after ${ms.owner} ms, the viewer after ${ms.viewer} ms`);
    expect(await own.$('[data-shown]')).toBeNull();
    expect(await other.$('.screen-view')).toBeNull();
  }

  test(`the Stop of ${pair.customer} itself ends what the customer shows, on both sides`, async () => {
    await askToSee(stage, 'application');
    await seesMoving(story.console, view('application'));
    await endsOnBothSides('the browser’s Stop', 'customer', () =>
      pressBrowsersStop(pair.customer, stage.displays.customer.name),
    );
  });

  test(`the Stop of ${pair.host} itself ends what the host shows, on both sides`, async () => {
    await offerToShow(stage, 'desktop');
    await seesMoving(story.assist, view('desktop'), 'opened');
    await endsOnBothSides('the browser’s Stop', 'host', () => pressBrowsersStop(pair.host, stage.displays.host.name));
  });

  test.each(canChoose)('a captured window that is closed ends the share on both sides', async () => {
    await askToSee(stage, 'application');
    await seesMoving(story.console, view('application'));
    await endsOnBothSides('a closed window', 'customer', () => stage.moving.customer.close());
  });

  test.each(canChoose)(
    'a tab is shown by a press of the toolbar button on it, without a picker; nothing before, and its end ends the share',
    async () => {
      const { customer, pages } = stage;
      const tab = await customer.open(`${pages.url}/moving/`);
      await openTab(story.console, 'application');
      await pressIn(story.console, row('theirs', 'application'), 'Request view');
      await press(story.assist, 'Allow one tab');
      await press(story.assist, 'Deny');
      await seesText(story.console, 'Jan Novák said no');
      await (await customer.openPopup(tab)).close();
      await pressIn(story.console, row('theirs', 'application'), 'Request view');
      await press(story.assist, 'Allow one tab');
      await seesText(story.assist, 'press the Beside button in the toolbar there');
      expect(await faultsIn(story.assist, 'awaits-tab')).toEqual([]);
      expect(await story.console.$('.screen-view')).toBeNull();
      await tab.bringToFront();
      await customer.pressToolbarButton(tab);
      await seesMoving(story.console, view('application'));
      await seesText(story.assist, 'Your window is shown to Anna Host');
      // Its zoom is another thing to allow.
      const zoom = () => tab.evaluate(() => devicePixelRatio);
      const mayZoom = `${shownCard('application')} input[type="checkbox"]`;
      expect(await hasButton(story.console, 'Page larger')).toBe(false);
      await (await story.assist.$(mayZoom))?.click();
      await press(story.console, 'Page larger');
      await waitFor('the page to be larger', async () => Math.abs((await zoom()) - 1.25) < 0.01);
      expect([...(await faultsIn(story.console, 'zooms')), ...(await faultsIn(story.assist, 'zoomed'))]).toEqual([]);
      await press(story.console, '100 %');
      await waitFor('the page in its own size', async () => Math.abs((await zoom()) - 1) < 0.01);
      await (await story.assist.$(mayZoom))?.click();
      await waitFor('the zoom to be taken back', async () => !(await hasButton(story.console, 'Page larger')));
      // Afterwards the button opens the popup again.
      await (await customer.openPopup(tab)).close();
      await endsOnBothSides('a closed tab', 'customer', () => tab.close());
    },
  );

  test('a customer without the extension shows the desktop and sees the host’s, from the join page', async () => {
    const { host, pages, relay, displays } = stage;
    await leave(story);
    await stage.customer.close();
    const customer = await launchBrowser('chromium', on(displays.customer));
    try {
      const { console, number } = await startSession(host, await host.open(relay.url));
      const joined = await customer.open(relay.url);
      await join(joined, number, 'Jan Novák');
      await press(console, 'Admit');
      await seesText(joined, 'Anna Host is helping you');
      await keepOpened(joined);
      const customersMoving = await openMovingWindow(customer, pages.url);
      await openTab(console, 'desktop');
      await pressIn(console, row('theirs', 'desktop'), 'Request control');
      await seesText(console, 'Jan Novák joined on the support site, without the Beside extension.');
      await press(console, 'Ask to see it');
      await seesText(joined, 'see a screen of yours?');
      await customersMoving.bringToFront();
      await press(joined, 'Allow');
      await seesMoving(console, view('desktop'));

      await openMovingWindow(host, pages.url);
      await pressIn(console, row('ours', 'desktop'), 'Share view');
      await seesText(joined, 'Anna Host wants to show you their screen');
      await press(joined, 'Allow');
      await seesMoving(joined, view('desktop'), 'opened');
      // The tab is closed: its capture goes with it.
      await joined.close();
      await seesText(console, 'Jan Novák is offline');
    } finally {
      await customer.close();
    }
  });
});
