import { signal } from '@preact/signals';
import type { Browser, Tabs } from 'webextension-polyfill';
import type { Indicator, PageInfo, RecordedPage } from '../../shared/browser/cobrowse/recorded-page.ts';
import type { HiddenReason } from '../../shared/protocol/peer.ts';
import { listen } from '../platform/listen.ts';
import { createIndicator, type DrawIndicatorDeps } from './draw-indicator.ts';
import { createFramePorts } from './frame-ports.ts';
import { createPicking } from './picking.ts';
import { createFrameInjection } from './inject-frames.ts';
import { whyHidden } from './why-hidden.ts';

export interface SharedPageDeps {
  tabId: number;
  browser: Pick<Browser, 'runtime' | 'scripting' | 'tabs' | 'windows'>;
  indicator: Indicator;
  drawnIn(tabId: number): DrawIndicatorDeps['drawn'];
  /** Ends the share: recorder off, frame and badge gone. */
  signal: AbortSignal;
}

/** A page that cannot be touched now may be one in between: about:blank, or an error that reloads. */
const attempts = 3;
const betweenAttemptsMs = 400;

/** One tab being shown. Injects the recorder into its page and their frames, and again into each page it goes to. */
export function createSharedPage({
  tabId: firstId,
  browser,
  indicator: first,
  drawnIn,
  signal: life,
}: SharedPageDeps): RecordedPage {
  const info = signal<PageInfo | null>(null);
  const gone = signal(false);
  const hidden = signal<HiddenReason | null>(null);
  const outlineOf = (id: number) => createIndicator({ tabId: id, scripting: browser.scripting, drawn: drawnIn(id) });
  let tabId = firstId;
  let outline = outlineOf(tabId);
  let indicator = first;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const draw = (anew: boolean) => outline.draw(() => (life.aborted ? null : indicator), anew);

  function tell(tab: Tabs.Tab) {
    // Between two pages Firefox shows about:blank, which is nowhere.
    if (!tab.url || !/^https?:/.test(tab.url) || life.aborted) return;
    const url = new URL(tab.url);
    const next = { title: tab.title ?? '', url: url.origin + url.pathname, origin: url.origin, address: tab.url };
    if (JSON.stringify(next) !== JSON.stringify(info.peek())) info.value = next;
  }

  // From the root: Firefox takes a file's name as relative to the page that asks.
  const run = (allFrames: boolean) =>
    Promise.all(
      [['/content/recorder.js', 'MAIN' as const] as const, ['/content/bridge.js', 'ISOLATED' as const] as const].map(
        ([file, world]) =>
          browser.scripting.executeScript({
            target: { tabId, allFrames },
            files: [file],
            world,
            injectImmediately: true,
          }),
      ),
    );
  const frames = createFrameInjection(() => run(true), life);

  async function inject() {
    clearTimeout(retry);
    const tab = await tabNow();
    if (!tab) return;
    const done = await run(false).then(
      () => true,
      () => false,
    );
    if (life.aborted) return;
    if (done) {
      draw(true);
      frames.changed();
    }
    clearTimeout(retry);
    retry = setTimeout(() => void check(), betweenAttemptsMs);
  }

  /** The tab when it can have a recorder; else it is told why not. */
  async function tabNow(): Promise<Tabs.Tab | null> {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (life.aborted) return null;
    if (!tab) gone.value = true;
    else if (tab.discarded) hide('asleep');
    return tab?.discarded ? null : tab;
  }

  /** What the browser said of the tab may be over by now: a recorder that is there knows better. */
  function hide(reason: HiddenReason) {
    if (!ports.isThere(0)) hidden.value = reason;
  }

  /** Has the recorder called? In some pages of its own Firefox injects nothing and says that it did. */
  async function check() {
    if (ports.isThere(0)) return;
    const tab = await tabNow();
    attempt += 1;
    if (!tab) return;
    if (attempt < attempts || tab.status === 'loading') void inject();
    else hide(whyHidden(tab));
  }

  const ports = createFramePorts({
    isTab: (id) => id === tabId,
    runtime: browser.runtime,
    framesChanged: frames.changed,
    pageIs(what) {
      attempt = 0;
      if (what !== 'gone') hidden.value = what === 'unshowable' ? 'document' : null;
      // The next page tells of itself, but not a tab that has crashed or was put to sleep.
      else if (!life.aborted) retry = setTimeout(() => void inject(), betweenAttemptsMs);
    },
    signal: life,
  });

  function updated(id: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) {
    if (id !== tabId) return;
    tell(tab);
    if (change.status === undefined && change.discarded === undefined) return;
    attempt = 0;
    void inject();
  }
  const removed = (id: number) => {
    if (id === tabId) gone.value = true;
  };

  /** Chromium puts a tab to sleep by putting another in its place. */
  function replaced(next: number, before: number) {
    if (before !== tabId) return;
    tabId = next;
    outline = outlineOf(tabId);
    void inject();
  }

  listen(browser.tabs.onReplaced, replaced, life);
  listen(browser.tabs.onUpdated, updated, life);
  listen(browser.tabs.onRemoved, removed, life);
  void browser.tabs.get(tabId).then(tell, () => {
    gone.value = true;
  });
  void inject();

  life.addEventListener('abort', () => {
    clearTimeout(retry);
    draw(false);
  });

  const go = {
    back: () => browser.tabs.goBack(tabId),
    forward: () => browser.tabs.goForward(tabId),
    reload: () => browser.tabs.reload(tabId),
  };

  return {
    info,
    gone,
    hidden,
    post: (message, frame = 0) => ports.post(message, frame),
    receive: ports.receive,
    frameOrigin: ports.origin,
    // With the access that the customer has given: the page may show more than it may read.
    fetch: (input, init) => fetch(input, init),
    navigate(kind) {
      // Nothing to go back to is no failure.
      go[kind]().catch(() => undefined);
    },
    setPicking: createPicking({ tabId, browser, signal: life }).set,
    setIndicator(next) {
      indicator = next;
      draw(false);
    },
  };
}
