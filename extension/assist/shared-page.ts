import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { Browser, Runtime, Tabs } from 'webextension-polyfill';
import type { Indicator, PageInfo, RecordedPage } from '../../shared/browser/cobrowse/recorded-page.ts';
import { fromPageSchema, pagePortName, type FromPage, type ToPage } from '../../shared/protocol/page.ts';
import { indicatorCss } from './indicator-css.ts';

export interface SharedPageDeps {
  tabId: number;
  browser: Pick<Browser, 'runtime' | 'scripting' | 'tabs'>;
  indicator: Indicator;
  /** The style sheet in the page, kept where it outlives this window: only the same text can remove it. */
  drawn: { get(): Promise<string | null>; set(css: string | null): Promise<void> };
  /** Ends the share: recorder off, frame and badge gone. */
  signal: AbortSignal;
}

/** A page that cannot be touched now may be one in between: about:blank, or an error that reloads. */
const attempts = 3;
const betweenAttemptsMs = 400;

/** One tab being shown. Injects the recorder into its page, and again into each page it goes to. */
export function createSharedPage({
  tabId,
  browser,
  indicator: first,
  drawn,
  signal: life,
}: SharedPageDeps): RecordedPage {
  const info = signal<PageInfo | null>(null);
  const gone = signal<false | 'closed' | 'not-allowed'>(false);
  let port: Runtime.Port | null = null;
  let handler: ((message: FromPage) => void) | null = null;
  let ready: FromPage | null = null;
  let indicator = first;
  let drawing = Promise.resolve();
  /** Undefined: not known yet, a window before this one may have drawn. */
  let inPage: string | null | undefined;

  function tell(tab: Tabs.Tab) {
    // Between two pages Firefox shows about:blank, which is nowhere.
    if (!tab.url || !/^https?:/.test(tab.url) || life.aborted) return;
    const url = new URL(tab.url);
    const next = { title: tab.title ?? '', url: url.origin + url.pathname, origin: url.origin };
    if (JSON.stringify(next) !== JSON.stringify(info.peek())) info.value = next;
  }

  /** One at a time, so that old and new never both stay. `anew`: the document may have lost it. */
  function draw(anew: boolean) {
    drawing = drawing.then(async () => {
      const css = life.aborted ? null : indicatorCss(indicator);
      const before = inPage === undefined ? await drawn.get() : inPage;
      inPage = css;
      if (css === before && !anew) return;
      const target = { tabId };
      try {
        if (before !== null) await browser.scripting.removeCSS({ target, css: before, origin: 'USER' });
        if (css !== null) await browser.scripting.insertCSS({ target, css, origin: 'USER' });
      } catch {
        // The page is going away or may not be touched; `inject` tells which.
      }
      await drawn.set(css);
    });
  }

  async function inject(attempt = 1) {
    if (life.aborted) return;
    const target = { tabId };
    // From the root: Firefox takes a file's name as relative to the page that asks.
    const run = (file: string, world: 'MAIN' | 'ISOLATED') =>
      browser.scripting.executeScript({ target, files: [file], world, injectImmediately: true });
    try {
      await Promise.all([run('/content/recorder.js', 'MAIN'), run('/content/bridge.js', 'ISOLATED')]);
      if (!life.aborted) gone.value = false;
      draw(true);
    } catch {
      await explain(attempt);
    }
  }

  /** Injection failed: a page in between, one that we may not touch, or none at all. */
  async function explain(attempt: number) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (life.aborted) return;
    if (!tab) gone.value = 'closed';
    else if (attempt < attempts) setTimeout(() => void inject(attempt + 1), betweenAttemptsMs);
    else if (tab.status === 'complete') gone.value = 'not-allowed';
  }

  function post(message: ToPage) {
    try {
      port?.postMessage(message);
    } catch {
      // It has just gone; the next document says that it is ready.
    }
  }

  function connected(next: Runtime.Port) {
    const { sender } = next;
    const ours = sender?.id === browser.runtime.id && sender.tab?.id === tabId && sender.frameId === 0;
    if (next.name !== pagePortName || !ours) return;
    if (life.aborted) return next.disconnect();
    port?.disconnect();
    port = next;
    ready = null;
    next.onMessage.addListener((message) => {
      const parsed = v.safeParse(fromPageSchema, message);
      if (!parsed.success || port !== next) return;
      if (parsed.output.type === 'page.ready') ready = parsed.output;
      handler?.(parsed.output);
    });
    next.onDisconnect.addListener(() => {
      if (port === next) port = null;
    });
  }
  function updated(id: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) {
    if (id !== tabId) return;
    tell(tab);
    if (change.status !== undefined) void inject();
  }
  const removed = (id: number) => {
    if (id === tabId) gone.value = 'closed';
  };

  browser.runtime.onConnect.addListener(connected);
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  void browser.tabs.get(tabId).then(tell, () => {
    gone.value = 'closed';
  });
  void inject();

  life.addEventListener('abort', () => {
    browser.runtime.onConnect.removeListener(connected);
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
    post({ type: 'page.stop' });
    port?.disconnect();
    port = null;
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
    post,
    // With the access that the customer has given: the page may show more than it may read.
    fetch: (input, init) => fetch(input, init),
    receive(next) {
      handler = next;
      if (ready) next(ready);
    },
    navigate(kind) {
      // Nothing to go back to is no failure.
      go[kind]().catch(() => undefined);
    },
    setIndicator(next) {
      indicator = next;
      draw(false);
    },
  };
}
