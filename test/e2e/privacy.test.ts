import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, show, type Story } from '../support/story/begin.ts';
import { inMirror, mirrorShows } from '../support/story/mirror.ts';
import { press } from '../support/story/press.ts';
import { theirView, theirViewShows } from '../support/story/their-view.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: inject('relayPort') }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

const launch = (kind: BrowserKind): Promise<TestBrowser> =>
  launchBrowser(kind, {
    extension: kind === 'chromium' ? inject('builds').chromeAllSites : inject('builds').firefox,
    display: inject('display'),
  });

describe.each<{ host: BrowserKind; customer: BrowserKind }>([
  { host: 'chromium', customer: 'firefox' },
  { host: 'firefox', customer: 'chromium' },
])('$host host, $customer customer', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;
  beforeAll(async () => {
    [host, customer] = await Promise.all([launch(pair.host), launch(pair.customer)]);
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
    await show(story, 'Rooms', 'Garden');
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  const mirrored = () => inMirror(story.console, (mirror) => mirror.body?.textContent ?? '');

  test('the customer sees the very picture that the host has, and it goes on with the page', async () => {
    await press(story.assist, 'What they see');
    await theirViewShows(story.assist, 'Garden');
    await story.page.evaluate(() => {
      document.querySelector('h1')?.append(' for two');
    });
    await theirViewShows(story.assist, 'Rooms for two');
    await mirrorShows(story.console, 'Rooms for two');
    await waitFor('the same text on both screens', async () => (await theirView(story.assist)) === (await mirrored()));
    await press(story.assist, 'What they see');
    expect(await theirView(story.assist)).toBeNull();
  });
});
