import { signal } from '@preact/signals';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { PageSharing } from '../../../shared/browser/assist/page-sharing.ts';
import type { RememberedTab } from '../../../shared/browser/assist/remembered-tab.ts';
import type { RecordedPage } from '../../../shared/browser/cobrowse/recorded-page.ts';
import { createTabLinks } from '../../../shared/browser/cobrowse/tabs/tab-links.ts';
import { createShownTabs } from '../../../shared/browser/showing/shown-tabs.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import type { MirrorTabs } from '../../../shared/protocol/tabs.ts';
import { createMemoryLinks } from '../../lab/memory-link.ts';

const plain = { control: false, chosen: false, looked: false };

/** The tabs of a share whose pages are never there to be recorded, and all that the host is told of them. */
function open() {
  const life = new AbortController();
  onTestFinished(() => life.abort());
  const [hostLink, customerLink] = createMemoryLinks();
  const host = createTabLinks(hostLink, life.signal);
  const lists: MirrorTabs[] = [];
  host.receive((text) => void lists.push(JSON.parse(text) as MirrorTabs));
  const gone = new Map<number, { value: boolean }>();
  const pageOf = (pageId: number): RecordedPage => {
    const isGone = signal(false);
    gone.set(pageId, isGone);
    return {
      post() {},
      receive() {},
      frameOrigin: () => null,
      navigate() {},
      setIndicator() {},
      setPicking() {},
      info: signal({ title: `Page ${pageId}`, url: 'https://shop.example/', origin: 'https://shop.example' }),
      gone: isGone,
      hidden: signal(null),
    };
  };
  let kept: readonly RememberedTab[] = [];
  const sharing: Pick<PageSharing, 'open' | 'pages' | 'remember'> = {
    open: pageOf,
    pages: () => Promise.resolve({ pages: [], complete: true }),
    async remember(tabs) {
      kept = tabs;
    },
  };
  const mayControl = signal(false);
  const ended: string[] = [];
  const tabs = createShownTabs({
    sharing: sharing as PageSharing,
    links: createTabLinks(customerLink, life.signal),
    viewerName: 'Anna',
    ownerName: 'Jana',
    followers: signal([]),
    policy: signal(defaultPrivacyPolicy),
    log: null,
    hidden: { all: signal([]), set() {}, remembered: signal(null), setRemembered() {} },
    mayControl,
    first: [{ ...plain, pageId: 100, tab: 1 }],
    onLeftOrigin: () => void ended.push('left-origin'),
    onGone: () => void ended.push('gone'),
    signal: life.signal,
  });
  return {
    tabs,
    host,
    lists,
    last: () => lists.at(-1),
    kept: () => kept,
    mayControl,
    ended,
    close: (id: number) => {
      const page = gone.get(id);
      if (page) page.value = true;
    },
  };
}

test('[B2] ten tabs are shown at most, each once, and no number comes twice', async () => {
  const { tabs, last } = open();
  for (let at = 1; at < limits.tabsAtOnce; at += 1) expect(tabs.add(100 + at)).toBe(true);
  expect([tabs.add(103), tabs.add(999)]).toEqual([true, false]);
  const third = tabs.tabOf(102);
  if (third) tabs.remove(third);
  expect(tabs.add(999)).toBe(true);
  await vi.waitUntil(() => last()?.tabs.at(-1)?.tab === 11);
  expect(last()?.tabs.map(({ tab }) => tab)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('[B3] the host sees what the owner turns to, until it chooses; what it chooses must be shown', async () => {
  const { tabs, host, last, lists } = open();
  tabs.add(101);
  expect(tabs.seen.value?.tab).toBe(1);
  tabs.looked(101);
  expect(tabs.seen.value?.tab).toBe(2);
  tabs.looked(7);
  expect([tabs.seen.value?.tab, tabs.looking.value?.tab]).toEqual([2, 2]);
  await vi.waitUntil(() => last()?.away === true);
  host.send({ type: 'mirror.watch', tab: 1 });
  await vi.waitUntil(() => tabs.seen.value?.tab === 1);
  const said = lists.length;
  for (const tab of [9, 'x', { at: 1 }]) host.send({ type: 'mirror.watch', tab });
  await vi.waitUntil(() => tabs.seen.value?.tab === 2);
  host.send({ type: 'mirror.watch', tab: null });
  // Who asks is answered, so that nobody misses the list.
  await vi.waitUntil(() => lists.length > said + 1);
  expect(last()?.chosen).toBe(null);
});

test('[B7] control counts in the tab that it was allowed for and those that are added, and ends with the grant', () => {
  const { tabs, mayControl, kept } = open();
  tabs.add(101);
  const [first, second] = tabs.tabs.value;
  if (!first || !second) throw new Error('two tabs');
  const controlled = () => tabs.tabs.value.map((tab) => tab.mayControl.value);
  tabs.allowControl(second, true);
  expect(controlled()).toEqual([false, false]);
  mayControl.value = true;
  expect(controlled()).toEqual([false, true]);
  tabs.allowControl(first);
  expect(controlled()).toEqual([true, true]);
  expect(kept()).toEqual([
    { ...plain, pageId: 100, tab: 1, control: true },
    { ...plain, pageId: 101, tab: 2, control: true },
  ]);
  mayControl.value = false;
  mayControl.value = true;
  expect(controlled()).toEqual([false, false]);
});

test('[B4] a tab that is closed goes, one that the browser numbers anew stays, and the last one ends the share', async () => {
  const { tabs, ended, close, kept } = open();
  tabs.add(101);
  tabs.moved(101, 500);
  expect([tabs.tabOf(101), tabs.tabOf(500)?.tab]).toEqual([null, 2]);
  close(100);
  await vi.waitUntil(() => tabs.tabs.value.length === 1);
  expect([ended, kept()]).toEqual([[], [{ ...plain, pageId: 500, tab: 2 }]]);
  close(101);
  await vi.waitUntil(() => ended.length === 1);
  expect(ended).toEqual(['gone']);
});
