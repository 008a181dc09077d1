import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { freeze } from '../support/freeze.ts';
import { lane } from '../support/lane.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, giveControl, show, type Story } from '../support/story/begin.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { clickInMirror, mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Longer than the relay waits for a sign of life (6 s), and than a direct path lives without one (30 s). */
const sleepMs = 45_000;
const backWithinMs = 30_000;

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

describe.each([
  { host: 'chromium', customer: 'firefox' },
  { host: 'firefox', customer: 'chromium' },
] as const)('$host host, $customer customer', (pair) => {
  let browsers: Record<'host' | 'customer', TestBrowser>;
  let story: Story;
  beforeAll(async () => {
    const [host, customer] = await Promise.all([launchWithExtension(pair.host), launchWithExtension(pair.customer)]);
    browsers = { host, customer };
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
    await show(story, 'Rooms', 'Garden');
    await giveControl(story);
  });
  afterAll(() => Promise.all([browsers.host.close(), browsers.customer.close()]));

  test.each(['customer', 'host'] as const)(
    'the %s’s computer sleeps, and the session goes on by itself',
    async (who) => {
      await freeze(browsers[who], sleepMs);
      await story.page.evaluate((text) => document.body.append(text), `After the ${who}’s sleep`);
      await mirrorShows(story.console, `After the ${who}’s sleep`, backWithinMs);
      await seesText(story.console, 'You are in control', backWithinMs);
      const stars = () => textInMirror(story.console, '#star-garden');
      const before = await stars();
      await clickInMirror(story.console, '#star-garden');
      await waitFor('the effect of the host’s press', async () => (await stars()) !== before);
      expect(await stars()).not.toBe(before);
    },
  );
});
