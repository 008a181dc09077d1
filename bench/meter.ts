import type { Page } from 'puppeteer';

/** Lives in the host's page and notes what its mirror shows. All times in ms since 1970, of that browser's clock. */
export interface Meter {
  /** When a text of the mirror was changed to this. */
  applied: Map<string, number>;
  /** When the frame with that text had been drawn. */
  painted: Map<string, number>;
  /** When the whole page was drawn first; null before. */
  firstPaint: number | null;
  /** Of the latest change in the mirror. */
  lastChange: number;
  /** When the host's pointer was released. */
  releases: number[];
  /** Forgets what it saw, and looks for the next first paint. */
  reset(): void;
}

declare global {
  interface Window {
    benchMeter: Meter;
    /** The mirrored document of whatever plays it. */
    benchMirror?: () => Document | null | undefined;
    /** Where the customer's pointer is drawn, in the mirror's pixels. */
    benchPointer?: () => { x: number; y: number } | undefined;
    /** When the first picture of a captured page was drawn; null before, absent where there are none. */
    benchPicture?: () => number | null;
    /** A peer's page has all that it needs. */
    benchReady?: boolean;
    /** Starts a peer's recorder; gives the time. */
    benchStart?: () => number;
    benchClicks: number[];
    benchTicks: number[];
    benchTick(): void;
  }
}

/** Puts a meter into a host's page, which has `benchMirror` already. */
export async function installMeter(page: Page): Promise<void> {
  await page.evaluate(() => {
    const now = () => performance.timeOrigin + performance.now();
    const afterPaint = (then: (at: number) => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => then(now()));
        port1.start();
        port2.postMessage(null);
      });
    let round = 0;
    const meter: Meter = {
      applied: new Map(),
      painted: new Map(),
      firstPaint: null,
      lastChange: 0,
      releases: [],
      reset() {
        meter.applied.clear();
        meter.painted.clear();
        meter.firstPaint = null;
        round += 1;
        const mine = round;
        // A picture under a curtain is not seen.
        const isSeen = () => window.benchMirror?.()?.querySelector('#last') && !document.querySelector('.stage-says');
        const look = () => {
          if (mine !== round) return;
          if (!isSeen()) return void requestAnimationFrame(look);
          afterPaint((at) => (meter.firstPaint = at));
        };
        requestAnimationFrame(look);
      },
    };
    let watched: Document | null | undefined;
    const note = (text: string) => {
      if (meter.applied.has(text)) return;
      meter.applied.set(text, now());
      afterPaint((at) => meter.painted.set(text, at));
    };
    const released = (event: Event) => {
      const { timeOrigin } = ((event as UIEvent).view ?? window).performance;
      meter.releases.push(timeOrigin + event.timeStamp);
    };
    const observe = (mirror: Document) => {
      new MutationObserver(() => {
        meter.lastChange = now();
        for (const id of ['#ticker', '#count']) note(mirror.querySelector(id)?.textContent ?? '');
      }).observe(mirror, { subtree: true, childList: true, characterData: true });
      // The mirror lies in a frame of its own, or in two; the one around it has the pointer.
      (mirror.defaultView?.parent ?? window).addEventListener('pointerup', released, true);
    };
    // Whoever plays the mirror may make it anew.
    const follow = () => {
      const mirror = window.benchMirror?.();
      if (mirror && mirror !== watched && mirror.querySelector('#last')) observe(mirror);
      if (mirror?.querySelector('#last')) watched = mirror;
      requestAnimationFrame(follow);
    };
    follow();
    window.benchMeter = meter;
  });
}
