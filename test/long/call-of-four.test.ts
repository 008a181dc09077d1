import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { makeHost } from '../support/make-host.ts';
import { screenshot } from '../support/screenshot.ts';
import { addAssistant, devicesOn, hears, voicePeers, watchMedia } from '../support/story/calls.ts';
import { joinWithExtension } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { hasButton, press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
const names = { anna: 'Anna Host', jan: 'Jan Novák', eva: 'Eva Second', petr: 'Petr Third', dana: 'Dana Fourth' };
type Who = keyof typeof names;
/** Who is in the call to its end. */
const stay = ['anna', 'jan', 'petr'] as const;
const full = 'A call has room for four; you can join when somebody hangs up.';

let relay: LocalRelay;
let browsers: Record<Who, TestBrowser>;
const people = {} as Record<Who, Page>;

beforeAll(async () => {
  const devices = { fakesDevices: true };
  // Firefox has devices of its own that need no word.
  const [at, anna, jan, eva, petr, dana] = await Promise.all([
    startLocalRelay({ port: lane().relayPort, limits: { repairMs: 1_000 } }),
    launchWithExtension('chromium', devices),
    launchWithExtension('firefox'),
    launchWithExtension('chromium', devices),
    launchWithExtension('chromium', devices),
    launchWithExtension('chromium', devices),
  ]);
  relay = at;
  browsers = { anna, jan, eva, petr, dana };
  await signInDirectly(anna, relay.url, await makeHost(relay.deps, { name: names.anna }));
  const desk = await startSession(anna, await anna.open(relay.url));
  people.anna = desk.console;
  people.jan = await joinWithExtension(jan, relay.url, desk.number, names.jan);
  await press(desk.console, 'Admit');
  for (const who of ['eva', 'petr', 'dana'] as const) {
    people[who] = await addAssistant(relay, desk.console, browsers[who], names[who]);
  }
  await Promise.all(Object.values(people).map(watchMedia));
});
afterAll(() => Promise.all([...Object.values(browsers).map((browser) => browser.close()), relay.end()]));

async function faultsOf(who: Who): Promise<string[]> {
  if (pictures) await screenshot(people[who], pictures, `call-of-four-${who}`);
  return axeFaults(people[who]);
}
const mayJoin = (page: Page) => hasButton(page, 'Join with voice');
/** At once: with the mouse one of two would be late by as long as the other needs to be in. */
const clickJoin = (page: Page) =>
  page.evaluate(() => {
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent.trim() === 'Join with voice') button.click();
    }
  });
const isIn = (page: Page) => page.evaluate(() => document.querySelector('[data-call="in"]') !== null);
const allHear = (who: readonly Who[]) =>
  Promise.all(who.map((one) => hears(people[one], who.length - 1, names[one], 90_000)));
const peersOf = (who: readonly Who[]) => Promise.all(who.map((one) => voicePeers(people[one])));

/** Which of its connections each of those has kept from the ones before. */
async function kept(who: readonly Who[], before: readonly number[][]): Promise<number[][]> {
  const now = await peersOf(who);
  return before.map((peers, index) => peers.filter((peer) => now[index]?.includes(peer)));
}

test('three are in a call, of both browsers, and two would rather not', async () => {
  await press(people.anna, 'Call');
  await press(people.jan, 'Answer with voice');
  await press(people.eva, 'Answer with voice');
  await press(people.petr, 'Decline');
  await press(people.dana, 'Decline');
  await allHear(['anna', 'jan', 'eva']);
});

test('a fourth joins, each hears the three others, and those who were there keep their connections', async () => {
  const there = ['anna', 'jan', 'eva'] as const;
  const before = await peersOf(there);
  await press(people.petr, 'Join with voice');
  await allHear([...there, 'petr']);
  expect(await kept(there, before)).toEqual(before);
});

test('a fifth is told why not, and has nothing to press that would fail', async () => {
  await seesText(people.dana, full);
  await seesText(people.dana, `In a call: ${names.anna}, ${names.jan}, ${names.eva}`);
  expect(await mayJoin(people.dana)).toBe(false);
  for (const who of ['dana', 'anna', 'jan'] as const) expect(await faultsOf(who)).toEqual([]);
});

test('when one leaves the fifth may join, on connections of their own; those who stay keep theirs', async () => {
  const before = await peersOf(stay);
  await press(people.eva, 'Hang up');
  await allHear(stay);
  const left = await peersOf(stay);
  expect(left.map((peers) => peers.length)).toEqual([2, 2, 2]);
  expect(await kept(stay, before)).toEqual(left);
  await press(people.dana, 'Join with voice');
  await allHear([...stay, 'dana']);
  expect(await kept(stay, left)).toEqual(left);
  await seesText(people.eva, full);
});

test('of two who want the last place at once one gets it, and the other is told why not', async () => {
  await press(people.dana, 'Hang up');
  await allHear(stay);
  const before = await peersOf(stay);
  const both = [people.dana, people.eva];
  await Promise.all(both.map((page) => waitFor('the place to be free', () => mayJoin(page))));
  await Promise.all(both.map(clickJoin));
  const inIt = await waitFor('one of them to be in', async () =>
    (await isIn(people.dana)) ? 'dana' : (await isIn(people.eva)) ? 'eva' : null,
  );
  const out = people[inIt === 'dana' ? 'eva' : 'dana'];
  await seesText(out, full);
  await waitFor('their microphone to be off', async () => (await devicesOn(out)).length === 0);
  await allHear([...stay, inIt]);
  expect(await kept(stay, before)).toEqual(before);
});
