import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createQueuedTabs } from '../../../shared/browser/cobrowse/tabs/queued-tabs.ts';
import { seenTab } from '../../../shared/browser/cobrowse/tabs/seen-tab.ts';
import { createTabLinks } from '../../../shared/browser/cobrowse/tabs/tab-links.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { mirrorTabsSchema, mirrorWatchSchema } from '../../../shared/protocol/tabs.ts';
import { createMemoryLinks } from '../../lab/memory-link.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (message: Uint8Array) => new TextDecoder().decode(message);
const forever = new AbortController().signal;
const tabs = (...numbers: number[]) => numbers.map((tab) => ({ tab, control: false }));

test.each<[string, Parameters<typeof seenTab>, number | null]>([
  ['nothing where nothing is shown', [{ tabs: [], looking: null }, null], null],
  ['the first one until the customer has looked at any', [{ tabs: tabs(4, 5), looking: null }, null], 4],
  ['the one that the customer looks at', [{ tabs: tabs(4, 5), looking: 5 }, null], 5],
  ['the one that was chosen by hand, wherever the customer looks', [{ tabs: tabs(4, 5), looking: 5 }, 4], 4],
  ['what the customer looks at when the chosen one has gone', [{ tabs: tabs(5, 6), looking: 6 }, 4], 6],
  ['another one when what the customer looked at has gone', [{ tabs: tabs(5, 6), looking: 4 }, null], 5],
])('[B3] the host sees %s', (_what, args, seen) => {
  expect(seenTab(...args)).toBe(seen);
});

test('[B1] tabs share a link, and none hears what is of another or of a tab that is not there', async () => {
  const [host, customer] = createMemoryLinks();
  const [watches, shows] = [createTabLinks(host, forever), createTabLinks(customer, forever)];
  const heard: string[] = [];
  shows.receive((said) => void heard.push(`about: ${said}`));
  for (const tab of [1, 300]) {
    for (const channel of ['mirror', 'control', 'pointer', 'asset'] as const) {
      shows.tab(tab, forever).receive(channel, (message) => void heard.push(`${tab} ${channel}: ${text(message)}`));
    }
  }
  // The last to take a tab has it.
  const second = shows.tab(300, forever);
  second.receive('asset', (message) => void heard.push(`300 asset: ${text(message)}`));
  watches.tab(1, forever).send('control', bytes('a'));
  watches.tab(300, forever).send('asset', bytes('b'));
  watches.tab(2, forever).send('mirror', bytes('c'));
  watches.send({ say: 1 });
  host.send('mirror', new Uint8Array([7]));
  await expect.poll(() => heard.length).toBe(2);
  expect(heard).toEqual(['300 asset: b', 'about: {"say":1}']);
});

test('a tab that is not shown any more hears nothing', async () => {
  const [host, customer] = createMemoryLinks();
  const heard: string[] = [];
  const ending = new AbortController();
  const shows = createTabLinks(customer, forever);
  shows.tab(1, ending.signal).receive('mirror', (message) => void heard.push(text(message)));
  shows.tab(2, forever).receive('mirror', (message) => void heard.push(text(message)));
  ending.abort();
  for (const tab of [1, 2])
    createTabLinks(host, forever)
      .tab(tab, forever)
      .send('mirror', bytes(`of ${tab}`));
  await expect.poll(() => heard).toEqual(['of 2']);
});

test('[B8] a tab whose messages have all arrived takes nothing of the others away with it', () => {
  let unsent = 0;
  const queued = createQueuedTabs(() => unsent);
  queued.sent(1, 'mirror', 100);
  queued.sent(2, 'mirror', 50);
  unsent = 150;
  expect([queued.has(1, 'mirror'), queued.has(2, 'mirror'), queued.has(3, 'mirror')]).toEqual([true, true, false]);
  expect(queued.hasOnly(2, 'mirror')).toBe(false);
  unsent = 50;
  expect([queued.has(1, 'mirror'), queued.has(2, 'mirror')]).toEqual([false, true]);
  expect(queued.hasOnly(2, 'mirror')).toBe(true);
  queued.forget('mirror');
  expect(queued.has(2, 'mirror')).toBe(false);
});

test('[B8] when messages of several tabs are dropped, it is said, and each tab begins anew', () => {
  const [, customer] = createMemoryLinks();
  const links = createTabLinks(customer, forever);
  const [one, two] = [links.tab(1, forever), links.tab(2, forever)];
  let lost = 0;
  links.onLost(() => (lost += 1));
  one.send('mirror', bytes('aaaa'));
  customer.hold(100);
  one.clear('mirror');
  expect(lost).toBe(0);
  one.send('mirror', bytes('aaaa'));
  two.send('mirror', bytes('bbbb'));
  one.clear('mirror');
  expect(lost).toBe(1);
  let fresh = 0;
  two.onFresh(() => (fresh += 1));
  links.freshen();
  expect(fresh).toBe(1);
});

const list = { type: 'mirror.tabs', tabs: tabs(1, 2), looking: 2, away: false, chosen: null, epoch: 0 };

test('a list of tabs as it should be is one', () => {
  expect(v.is(mirrorTabsSchema, list)).toBe(true);
  expect(v.is(mirrorWatchSchema, { type: 'mirror.watch', tab: null })).toBe(true);
});

test.each([
  ['too many tabs', { ...list, tabs: tabs(...Array.from({ length: limits.tabsAtOnce + 1 }, (_, at) => at + 1)) }],
  ['the same tab twice', { ...list, tabs: tabs(1, 1) }],
  ['the number that is about the tabs themselves', { ...list, tabs: tabs(0) }],
  ['a number beyond all that there can be', { ...list, looking: limits.tabsEver + 1 }],
  ['a title, which only the tab itself may tell', { ...list, title: 'x' }],
])('[B2] a list with %s is none', (_what, message) => {
  expect(v.is(mirrorTabsSchema, message)).toBe(false);
});
