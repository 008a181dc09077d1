import type { Tabs } from 'webextension-polyfill';
import { type Captured, withDetail } from '../../shared/browser/screen/capture.ts';
import { markTab } from '../../shared/browser/screen/captured-tabs.ts';
import type { TabCapture } from '../../shared/browser/screen/tab-capture.ts';
import { keepZoom } from '../../shared/browser/screen/tab-zoom.ts';
import { browser } from './browser.ts';
import { tabZoom } from './tab-zoom.ts';
import { nextPress } from './toolbar-button.ts';

const permission = { permissions: ['tabCapture' as never] };

/** Chrome's; the polyfill's types do not know it. */
interface Api {
  getMediaStreamId(options: { targetTabId: number }): Promise<string>;
}

/**
 * A tab's stream is asked for in the old form only, of which the DOM's types know nothing. It is drawn as large as it
 * may be: as large as the tab is sharpest.
 */
const wanted = (id: string, { width = 1_280, height = 800 }: Tabs.Tab) => {
  const size = { maxWidth: Math.round(width * devicePixelRatio), maxHeight: Math.round(height * devicePixelRatio) };
  const source = { chromeMediaSource: 'tab', chromeMediaSourceId: id };
  return { video: { mandatory: { ...source, ...size, maxFrameRate: 30 } } } as unknown as MediaStreamConstraints;
};

async function capture(signal: AbortSignal): Promise<Captured> {
  if (!(await browser.permissions.request(permission))) return { ok: false, code: 'cancelled' };
  const tab = await nextPress(signal);
  if (tab?.id === undefined) return { ok: false, code: 'cancelled' };
  try {
    const { tabCapture: api } = browser as typeof browser & { tabCapture?: Api };
    if (!api) return { ok: false, code: 'unavailable' };
    const id = await api.getMediaStreamId({ targetTabId: tab.id });
    const stream = await navigator.mediaDevices.getUserMedia(wanted(id, tab));
    markTab(stream);
    keepZoom(stream, tabZoom(tab.id));
    return withDetail(stream);
  } catch {
    // Some pages lend themselves to nobody, such as those of a shop for extensions.
    return { ok: false, code: 'no-tab' };
  }
}

/** Null where the browser has no such thing. */
export const tabCapture: TabCapture | null = __BROWSER__ === 'chrome' ? { capture } : null;
