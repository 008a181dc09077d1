import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crossPairsWith } from '../support/story/pairs.ts';
import { hasButton, press, pressIn, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import type { Story } from '../support/story/begin.ts';
import {
  askToSee,
  faultsIn,
  offerToShow,
  openScreenStage,
  type ScreenStage,
  shownCard,
  view,
} from '../support/story/screen-stage.ts';
import {
  beBusy,
  closeViewer,
  figuresOf,
  openTab,
  row,
  seesMoving,
  untilText,
  viewerIsOpen,
  watchVideo,
} from '../support/story/screens.ts';
import { waitFor } from '../support/wait-for.ts';

describe.each(crossPairsWith('firefox'))('$host host, $customer customer', (pair) => {
  let stage: ScreenStage;
  let story: Story;
  beforeAll(async () => {
    stage = await openScreenStage(pair);
    ({ story } = stage);
  });
  afterAll(() => stage.end());

  const faultsOf = (page: Page, name: string) => faultsIn(page, `${pair.host}-${name}`);

  test('Request view of the desktop: the customer’s screen moves at the host’s, until the customer stops', async () => {
    await askToSee(stage, 'desktop');
    const seen = await seesMoving(story.console, view('desktop'));
    expect([seen.width, seen.height]).toEqual([1366, 860]);
    await seesText(story.assist, 'Your screen is shown to Anna Host');
    await waitFor('what the line is like', async () => (await figuresOf(story.console, view('desktop'))).kbps > 0);
    const told = untilText(story.console, 'Jan Novák stopped showing it');
    await pressIn(story.assist, shownCard('desktop'), 'Stop showing');
    expect(await told).toBeLessThan(1_500);
    expect(await story.assist.evaluate(() => document.querySelector('[data-shown]'))).toBeNull();
    expect((await watchVideo(story.console, view('desktop'), 'here', 100)).distinct).toBe(0);
  });

  test('Request view of an application: one window moves at the host’s, until the host stops', async () => {
    await askToSee(stage, 'application');
    const seen = await seesMoving(story.console, view('application'));
    expect(seen.width * seen.height).toBeLessThan(1366 * 860);
    // The viewer points in the picture, and the owner sees where.
    const video = await story.console.$(`${view('application')} video`);
    await video?.hover();
    await waitFor('the pointer in the preview', () => story.assist.$('[data-pointed]'));
    expect([...(await faultsOf(story.console, 'console')), ...(await faultsOf(story.assist, 'assist'))]).toEqual([]);
    const told = untilText(story.assist, 'Viewing was ended on the other side');
    await pressIn(story.console, view('application'), 'Stop viewing');
    expect(await told).toBeLessThan(1_500);
  });

  test('Request control says what is missing and asks to see instead; a no shows nothing', async () => {
    for (const surface of ['desktop', 'application'] as const) {
      await openTab(story.console, surface);
      await pressIn(story.console, row('theirs', surface), 'Request control');
      await seesText(story.console, 'Only a small program on the computer of Jan Novák can move its mouse');
      if (surface === 'desktop') expect(await faultsOf(story.console, 'needs')).toEqual([]);
      await press(story.console, 'Ask to see it');
      await seesText(story.assist, 'After Allow the browser asks');
      if (surface === 'desktop') {
        // Allow is armed a moment later, and its colour takes another.
        await waitFor('Allow to be armed', () => hasButton(story.assist, 'Allow'));
        await new Promise((resolve) => setTimeout(resolve, 400));
        expect(await faultsOf(story.assist, 'question')).toEqual([]);
      }
      await press(story.assist, 'Deny');
      await seesText(story.console, 'Jan Novák said no');
    }
    expect(await story.console.$('.screen-view')).toBeNull();
  });

  test('Share view of the desktop: a window opens at the customer and moves, until the host stops', async () => {
    await offerToShow(stage, 'desktop');
    const seen = await seesMoving(story.assist, view('desktop'), 'opened');
    expect([seen.width, seen.height]).toEqual([1366, 860]);
    await seesText(story.console, 'Your screen is shown to Jan Novák');
    expect(await faultsOf(story.console, 'shows')).toEqual([]);
    const told = untilText(story.assist, 'Anna Host has stopped showing you the picture.');
    await pressIn(story.console, shownCard('desktop'), 'Stop showing');
    expect(await told).toBeLessThan(1_500);
    await waitFor('the window to close', async () => !(await viewerIsOpen(story.assist)));
  });

  test('Share view of an application: closing the window in which it is seen gives it back', async () => {
    await offerToShow(stage, 'application');
    await seesMoving(story.assist, view('application'), 'opened');
    const told = untilText(story.console, 'Viewing was ended on the other side');
    await closeViewer(story.assist);
    expect(await told).toBeLessThan(1_500);
    expect(await story.console.evaluate(() => document.querySelector('[data-shown]'))).toBeNull();
  });

  test('Share control says what is missing and offers to show instead; a no shows nothing', async () => {
    for (const surface of ['desktop', 'application'] as const) {
      await openTab(story.console, surface);
      await pressIn(story.console, row('ours', surface), 'Share control');
      await seesText(story.console, 'Only a small program on your computer');
      await press(story.console, 'Offer to show it');
      await press(story.assist, 'Deny');
      await seesText(story.console, 'Jan Novák said no');
    }
  });

  // Firefox's picker cannot be told which window to take.
  const canChoose = [pair].filter(({ customer: kind }) => kind === 'chromium');
  test.each(canChoose)(
    'Screen Sampling sends few frames within a small budget, in the same share, and a reload of the console keeps it',
    async () => {
      await askToSee(stage, 'application');
      await seesMoving(story.console, view('application'));
      await beBusy(stage.moving.customer);
      const figures = () => figuresOf(story.console, view('application'));
      await waitFor('a busy picture', async () => (await figures()).fps > 6, 20_000);
      await pressIn(story.console, '.tab-list', 'Session');
      expect(await faultsOf(story.console, 'session')).toEqual([]);
      await (await story.console.$('input[value="sampling"]'))?.click();
      // Standard takes what there is, up to 4,000; sampling has 300, and some more for what is around a frame.
      await waitFor(
        'five frames a second within their budget',
        async () => {
          const { fps, kbps } = await figures();
          return fps > 0 && fps <= 6 && kbps > 0 && kbps < 350;
        },
        20_000,
      );
      await seesMoving(story.console, view('application'));

      await reload(story.console);
      await seesMoving(story.console, view('application'));
      await pressIn(story.console, '.tab-list', 'Session');
      expect(await story.console.$eval('input[value="sampling"]', (input) => input.checked)).toBe(true);
      await pressIn(story.assist, shownCard('application'), 'Stop showing');
    },
  );
});
