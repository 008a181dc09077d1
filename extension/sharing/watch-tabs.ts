import type { Browser, Tabs } from 'webextension-polyfill';
import type { OpenedPage, PageWatcher } from '../../shared/browser/assist/page-sharing.ts';
import { listen } from '../platform/listen.ts';
import { createOpenedTabs } from './opened-tabs.ts';

interface WatchTabsDeps {
  browser: Pick<Browser, 'runtime' | 'tabs' | 'windows'>;
  watcher: PageWatcher;
  /** Whether that address could be shown at all. */
  isShowable(url: string | undefined): boolean;
  /** Told of before a reload of this window. */
  waiting: readonly OpenedPage[];
  signal: AbortSignal;
}

/** Which tab its person looks at, and what becomes of the others; by the browser's events alone. */
export function watchTabs({ browser, watcher, isShowable, waiting, signal }: WatchTabsDeps): void {
  const { tabs, windows, runtime } = browser;
  const opened = createOpenedTabs(isShowable, () => performance.now());
  /** The web page that was looked at last. */
  let looked: number | null = null;
  let turn = 0;

  /** Turning to a window of our own is no turning away from the page. */
  async function look(find: () => Promise<Tabs.Tab | undefined>) {
    const mine = (turn += 1);
    const tab = await find().catch(() => undefined);
    if (tab?.id === undefined || mine !== turn || signal.aborted) return;
    if (tab.url?.startsWith(runtime.getURL(''))) return;
    looked = tab.id;
    watcher.looked(tab.id);
  }
  const activeIn = async (windowId: number) => (await tabs.query({ active: true, windowId }))[0];
  const latest = async () =>
    (await tabs.query({ active: true }))
      .filter(({ url }) => !url?.startsWith(runtime.getURL('')))
      .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];

  const activated = ({ tabId }: Tabs.OnActivatedActiveInfoType) => void look(() => tabs.get(tabId));
  const focused = (windowId: number) => {
    if (windowId !== windows.WINDOW_ID_NONE) void look(() => activeIn(windowId));
  };
  /** Of a window that a page opens no browser names the opener. */
  async function created(tab: Tabs.Tab) {
    const before = looked;
    const inWindow = tab.openerTabId === undefined ? await tabs.query({ windowId: tab.windowId ?? -1 }) : [];
    opened.created(tab, inWindow.length === 1 ? before : null);
    if (tab.id !== undefined) tell(await tabs.get(tab.id));
  }
  /** What is in it now may be something else; perhaps it has closed meanwhile. */
  function tellAgain(page: OpenedPage) {
    opened.known(page);
    tabs.get(page.pageId).then(tell, () => removed(page.pageId));
  }
  function tell(tab: Tabs.Tab) {
    const page = signal.aborted ? null : opened.updated(tab);
    if (page) watcher.opened(page);
  }
  const createdNow = (tab: Tabs.Tab) => void created(tab).catch(() => undefined);
  const updated = (_id: number, _change: unknown, tab: Tabs.Tab) => tell(tab);
  function removed(tabId: number) {
    opened.closed(tabId);
    watcher.closed(tabId);
  }
  const replaced = (now: number, before: number) => watcher.moved(before, now);

  listen(tabs.onActivated, activated, signal);
  listen(tabs.onCreated, createdNow, signal);
  listen(tabs.onUpdated, updated, signal);
  listen(tabs.onRemoved, removed, signal);
  listen(tabs.onReplaced, replaced, signal);
  listen(windows.onFocusChanged, focused, signal);
  for (const page of waiting) tellAgain(page);
  void look(latest);
}
