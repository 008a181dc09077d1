import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, leave, type Story } from '../support/story/begin.ts';
import { storedFacts } from '../support/story/facts.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';

describe.each(crossPairsWith('chromium'))('$host host, $customer customer', (pair) => {
  let relay: TestRelay;
  let pages: FixtureServer;
  let browsers: TestBrowser[];
  let story: Story;
  beforeAll(async () => {
    [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
    browsers = await Promise.all([launchWithExtension(pair.host), launchWithExtension(pair.customer)]);
    const [host, customer] = browsers as [TestBrowser, TestBrowser];
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
  });
  afterAll(async () => {
    await leave(story);
    await Promise.all([...browsers.map((browser) => browser.close()), relay.stop(), pages.close()]);
  });

  test('no answer within 30 seconds is a refusal that the host is told', async () => {
    await press(story.console, 'Request view');
    await seesText(story.assist, 'seconds left');
    await seesText(story.console, 'Jan Novák did not answer within 30 seconds', 40_000);
    await seesText(story.assist, 'Nothing of yours is shown');
    expect(storedFacts(relay.data).at(-1)).toContain('no-answer');
  });
});
