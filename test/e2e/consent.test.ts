import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { begin, leave, show, type Story } from '../support/story/begin.ts';
import { allow } from '../support/story/customer.ts';
import { storedFacts } from '../support/story/facts.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { hasButton, press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
const pageTools = '[data-tools="page"]';

describe.each(crossPairsWith('chromium'))('$host host, $customer customer', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;
  beforeAll(async () => {
    [host, customer] = await Promise.all([launchWithExtension(pair.host), launchWithExtension(pair.customer)]);
  });
  beforeEach(async () => {
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
  });
  afterEach(() => leave(story));
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  const questions = () => story.assist.evaluate(() => document.querySelectorAll('[role="alertdialog"]').length);
  const answers = () => storedFacts(relay.data).filter((fact) => /share\.(granted|refused)/.test(fact)).length;

  test('a question says who asks for what, has the focus nowhere, and clicks and keys at once do not answer it', async () => {
    const before = answers();
    // Clicks on both answers as soon as they are there, for as long as they are not armed.
    await story.assist.evaluate(() => {
      const root = document.documentElement;
      new MutationObserver(() => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role="alertdialog"] button')];
        if (buttons.length < 2 || root.dataset['clicked']) return;
        root.dataset['clicked'] = buttons.map((button) => button.disabled).join();
        root.dataset['focus'] = document.activeElement?.localName ?? '';
        for (const button of buttons) button.click();
      }).observe(document.body, { childList: true, subtree: true });
      document.body.focus();
    });
    await press(story.console, 'Request view');
    await waitFor('the early clicks', () => story.assist.evaluate(() => document.documentElement.dataset['clicked']));
    const { clicked, focus } = await story.assist.evaluate(() => ({ ...document.documentElement.dataset }));
    expect(clicked).toBe('true,true');
    expect(focus).toBe('body');
    await story.assist.keyboard.press('Enter');
    await story.assist.keyboard.press(' ');
    await seesText(story.assist, 'Let Anna Host see this page?');
    await seesText(story.assist, 'Verified site');
    await seesText(story.assist, 'Until you press Stop or the session ends.');
    await waitFor('the answers to count', () => hasButton(story.assist, 'Deny'));
    await story.assist.keyboard.press('Enter');
    await story.assist.keyboard.press(' ');
    expect(answers()).toBe(before);
    expect(await story.assist.evaluate(() => document.activeElement?.localName)).toBe('body');

    await press(story.assist, 'Deny');
    await seesText(story.console, 'Jan Novák said no');
    await seesText(story.assist, 'Nothing of yours is shown');
    expect(await questions()).toBe(0);
  });

  test('a question comes alone, and goes when the host withdraws it', async () => {
    await press(story.console, 'Request view');
    await seesText(story.assist, 'Let Anna Host see this page?');
    expect(await questions()).toBe(1);
    expect(await hasButton(story.console, 'Request control', pageTools)).toBe(false);
    expect(await hasButton(story.console, 'Request view', pageTools)).toBe(false);
    await press(story.console, 'Withdraw');
    await seesText(story.assist, 'Nothing of yours is shown');
    expect(await questions()).toBe(0);

    await show(story, 'Rooms', 'Garden');
    await press(story.console, 'Request control');
    await seesText(story.assist, 'Let Anna Host control this page?');
    expect(await questions()).toBe(1);
    expect(await hasButton(story.assist, 'Stop showing')).toBe(true);
    await press(story.assist, 'Deny');
    await seesText(story.console, 'View only');
    expect(await hasButton(story.console, 'Request control', pageTools)).toBe(true);
    await mirrorShows(story.console, 'Garden');
  });

  test('the customer may show another page than the one in front', async () => {
    await customer.open(`${pages.url}/frames/`);
    await press(story.console, 'Request view');
    await seesText(story.assist, 'Let Anna Host see this page?');
    await allow(story.assist, 'Rooms');
    await mirrorShows(story.console, 'Garden');
    await seesText(story.assist, 'Rooms');
  });

  test('[DT1] the customer reads what would be told of the computer, and just that is told', async () => {
    await press(story.console, 'Tools');
    await press(story.console, 'Ask for system information');
    await seesText(story.assist, 'Let Anna Host see facts about this computer?');
    const shown = await waitFor('the facts', () =>
      story.assist.evaluate(() => document.querySelector('[role="alertdialog"] .system-report')?.textContent),
    );
    if (pictures) await screenshot(story.assist, pictures, 'system-consent');
    expect(shown).toContain(pair.customer === 'firefox' ? 'Firefox' : 'Chrome');
    await press(story.assist, 'Allow');
    const told = await waitFor('the facts at the host', () =>
      story.console.evaluate(() => document.querySelector('.side-panel .system-report')?.textContent),
    );
    expect(told).toBe(shown);
    if (pictures) await screenshot(story.console, pictures, 'system-console');
    expect(await axeFaults(story.console)).toEqual([]);
  });

  test('[DT2] the host sees what goes wrong in the shown page, without what is private, until the customer stops it', async () => {
    await show(story, 'Rooms', 'Garden');
    await press(story.console, 'Tools');
    await press(story.console, 'Ask for the page’s errors');
    await seesText(story.assist, 'Let Anna Host see the errors of the shown page?');
    await press(story.assist, 'Allow');
    await seesText(story.assist, 'Anna Host sees the errors of the shown page.');
    await story.page.evaluate(() => {
      console.error('The cart of jan.novak@example.com is broken');
      void fetch('/missing?token=secret');
      console.log('Rooms are loaded');
    });
    const logOf = () => story.console.evaluate(() => document.querySelector('.log-lines')?.textContent ?? '');
    await waitFor('the failed request', async () => /Failed request 404.*\/missing/.test(await logOf()));
    expect(await logOf()).toMatch(/The cart of \S+ is broken/);
    expect(await logOf()).not.toMatch(/jan\.novak|secret/);
    expect(await axeFaults(story.console)).toEqual([]);
    if (pictures)
      await Promise.all([story.console, story.assist].map((page, at) => screenshot(page, pictures, `log-${at}`)));
    await press(story.assist, 'Stop showing them');
    await waitFor('the end of it', () => hasButton(story.console, 'Ask for the page’s errors'));
    await story.page.evaluate(() => console.error('Nobody hears this'));
    await press(story.console, 'Application');
    await press(story.console, 'Stop viewing');
    await seesText(story.assist, 'Nothing of yours is shown');
    expect(await logOf()).not.toContain('Nobody hears this');
  });
});
