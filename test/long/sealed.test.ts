import { globSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { wordsInMemory } from '../support/process-memory.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, giveControl, leave, show, type Story } from '../support/story/begin.ts';
import { clickInMirror, inMirror, mirrorShows } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { tapped, tapPlayer } from '../support/story/tap-player.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

let relay: TestRelay;
let pages: FixtureServer;
let host: TestBrowser;
let customer: TestBrowser;
let story: Story;
beforeAll(async () => {
  const display = lane().display;
  [relay, pages, host, customer] = await Promise.all([
    startRelay({ port: lane().relayPort, env: { BESIDE_PEER_TO_PEER: 'off' } }),
    startFixtureServer(),
    launchBrowser('chromium', { extension: lane().builds.chromeAllSites, display }),
    launchBrowser('firefox', { extension: lane().builds.firefox, display }),
  ]);
});
afterAll(async () => {
  await Promise.all([host.close(), customer.close(), relay.stop(), pages.close()]);
});

afterEach(() => leave(story));

/** All that the relay has kept or said, as one text. */
const written = () =>
  [
    relay.output(),
    ...globSync(`${relay.data}/**`, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1')),
  ].join('\n');

test('the relay that carries a whole session learns nothing of what is shown and done', async () => {
  const planted = {
    text: 'Qwpflanzentext',
    later: 'Qwspaetertext',
    title: 'Qwseitentitel',
    path: 'qwseitenpfad',
    typed: 'QWGETIPPT',
    hosts: 'QWVOMHOST',
    password: 'Qwkennwort',
  };
  story = await begin({ relay, host, customer, at: `${pages.url}/spa/${planted.path}` });
  await story.page.evaluate((words) => {
    document.title = words.title;
    document.body.append(words.text);
  }, planted);
  await tapPlayer(story.console);
  await show(story, planted.title, planted.text);
  await giveControl(story);
  await waitFor('the relay path', () =>
    story.console.evaluate(() => document.querySelector('[data-path="relay"]') !== null),
  );
  await story.page.evaluate((text) => document.body.append(text), planted.later);
  await mirrorShows(story.console, planted.later);
  await seesText(story.console, planted.title);
  await seesText(story.console, planted.path);

  await clickInMirror(story.console, 'nav a:nth-of-type(2)');
  await mirrorShows(story.console, 'Book a room');
  await clickInMirror(story.console, '#guest');
  await story.console.keyboard.type(planted.hosts);
  await waitFor("the host's words", () =>
    story.page.evaluate((text) => document.querySelector('#echo')?.textContent?.includes(text), planted.hosts),
  );
  await story.page.click('#guest', { count: 3 });
  await story.page.keyboard.type(planted.typed);
  await waitFor('the typed words in the page', () =>
    story.page.evaluate((text) => document.querySelector('#echo')?.textContent?.includes(text), planted.typed),
  );
  // What is typed stays a mask where the page repeats it.
  await waitFor('the mask in the mirror', async () =>
    (await inMirror(story.console, (mirror) => mirror.querySelector('#echo')?.textContent))?.includes('******'),
  );
  await story.page.evaluate((word) => {
    const field = document.createElement('input');
    field.type = 'password';
    field.id = 'secret';
    field.value = word;
    document.body.append(field);
  }, planted.password);
  await waitFor('the password field', () =>
    inMirror(story.console, (mirror) => mirror.querySelector('#secret') !== null),
  );

  // The search finds what the relay is meant to know: otherwise it would prove nothing.
  const known = ['Jan Novák', 'share.granted'];
  const words = Object.values(planted);
  // As it stands in what the relay carries, several times a second.
  const wire = ['{"type":"control.renew"', '{"type":"control.held"'];
  expect(wordsInMemory(relay.pid, [...known, ...words, ...wire])).toEqual(known);

  await press(story.assist, 'Stop showing');
  await seesText(story.console, 'Jan Novák stopped showing the page');
  await press(story.console, 'Session');
  await press(story.console, 'End session');
  await story.console.waitForSelector('dialog[open]');
  await press(story.console, 'End session');
  await seesText(story.assist, 'The session is over');
  expect(wordsInMemory(relay.pid, [...known, ...words, ...wire])).toEqual(known);
  const text = written();
  expect(text).toContain('share.granted');
  expect([...words, ...wire].filter((word) => text.includes(word))).toEqual([]);
  expect(await tapped(story.console)).not.toContain(planted.password);
});

test("passwords and hidden fields of the shop's login page do not leave the customer's browser", async () => {
  story = await begin({ relay, host, customer, at: `${pages.url}/shop/login.html` });
  const secrets = ['csrf-7b1e5c0a94d2', 'Qwkennwort-1', 'Qwkennwort-2', 'eva@qwpost.example'];
  await story.page.type('#login-password', 'Qwkennwort-1');
  await tapPlayer(story.console);
  await show(story, 'Log in', 'To see your orders');
  await story.page.bringToFront();
  await story.page.click('#login-password', { count: 3 });
  await story.page.keyboard.type('Qwkennwort-2');
  await story.page.type('#login-email', 'eva@qwpost.example');
  await story.page.evaluate(() => {
    // As a page's own "show password" does, and a token that changes.
    document.querySelector<HTMLInputElement>('#login-password')?.setAttribute('type', 'text');
    document.querySelector<HTMLInputElement>('input[name="csrf"]')?.setAttribute('value', 'csrf-7b1e5c0a94d2-2');
    document.querySelector('#login-answer')?.append('Done typing.');
  });
  await mirrorShows(story.console, 'Done typing.');
  // Once more the whole of it.
  await press(story.console, 'Refresh the picture');
  await waitFor('the second snapshot', async () => (await tapped(story.console)).split('player.snapshot').length > 2);
  const sent = await tapped(story.console);
  expect(sent).toContain('To see your orders');
  expect(secrets.filter((secret) => sent.includes(secret))).toEqual([]);
  const shown = await inMirror(story.console, (mirror) =>
    [mirror.documentElement.outerHTML, ...[...mirror.querySelectorAll('input')].map((input) => input.value)].join(),
  );
  expect(secrets.filter((secret) => shown?.includes(secret))).toEqual([]);
});
