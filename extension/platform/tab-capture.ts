import { type Captured, withDetail } from '../../shared/browser/screen/capture.ts';
import type { TabCapture } from '../../shared/browser/screen/tab-capture.ts';
import { browser } from './browser.ts';
import { nextPress } from './toolbar-button.ts';

const permission = { permissions: ['tabCapture' as never] };

/** Chrome's; the polyfill's types do not know it. */
interface Api {
  getMediaStreamId(options: { targetTabId: number }): Promise<string>;
}

/** A tab's stream is asked for in the old form only, of which the DOM's types know nothing. */
const wanted = (id: string) =>
  ({
    video: {
      mandatory: {
        chromeMediaSource: 'tab',
        chromeMediaSourceId: id,
        maxWidth: 3_840,
        maxHeight: 2_160,
        maxFrameRate: 30,
      },
    },
  }) as unknown as MediaStreamConstraints;

async function capture(signal: AbortSignal): Promise<Captured> {
  if (!(await browser.permissions.request(permission))) return { ok: false, code: 'cancelled' };
  const targetTabId = await nextPress(signal);
  if (targetTabId === null) return { ok: false, code: 'cancelled' };
  try {
    const { tabCapture: api } = browser as typeof browser & { tabCapture?: Api };
    if (!api) return { ok: false, code: 'unavailable' };
    const id = await api.getMediaStreamId({ targetTabId });
    return withDetail(await navigator.mediaDevices.getUserMedia(wanted(id)));
  } catch {
    // A page of the browser's own lends itself to nobody.
    return { ok: false, code: 'no-tab' };
  }
}

/** Null where the browser has no such thing. */
export const tabCapture: TabCapture | null = __BROWSER__ === 'chrome' ? { capture } : null;
