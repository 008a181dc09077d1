import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { waitFor } from '../../test/support/wait-for.ts';
import type { Peer, Theatre } from './theatre.ts';

export interface JoinFigures {
  /** Start → all of the first viewport drawn with its style, ms. */
  firstViewport: number;
  /** Start → the last node is there, ms. */
  complete: number;
  /** At the customer, ms; tasks under 50 are not told by the browser and count as 50. */
  longestTask: number;
}

const longMs = 120_000;
const shortestToldMs = 50;

/** How long it takes until the host sees a page of about `nodes` nodes. */
export async function join(theatre: Theatre, peer: Peer, nodes: number): Promise<JoinFigures> {
  const { customer, host } = theatre;
  await theatre.open(peer, `nodes.html?n=${nodes}`);
  await watchTasks(customer);
  await watchViewport(host);
  const started = await theatre.start();
  const seen = await waitFor(
    `${nodes} nodes, recorded by ${peer}`,
    () => host.evaluate(() => (window.joinSeen?.last ? window.joinSeen : null)),
    longMs,
  );
  // They are told a moment later.
  await sleep(300);
  const tasks = await customer.evaluate(() => window.joinTasks ?? []);
  return {
    firstViewport: (seen.fold ?? NaN) - started,
    complete: (seen.last ?? NaN) - started,
    longestTask: Math.max(shortestToldMs, ...tasks),
  };
}

declare global {
  interface Window {
    /** When what was drawn first, ms since 1970. */
    joinSeen?: { fold: number | null; last: number | null };
    joinTasks?: number[];
  }
}

const watchTasks = (customer: Page) =>
  customer.evaluate(() => {
    const tasks: number[] = [];
    window.joinTasks = tasks;
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });

const watchViewport = (host: Page) =>
  host.evaluate(() => {
    const seen: NonNullable<Window['joinSeen']> = { fold: null, last: null };
    window.joinSeen = seen;
    const afterPaint = (then: (at: number) => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => then(performance.timeOrigin + performance.now()));
      port1.start();
      port2.postMessage(null);
    };
    const look = () => {
      const pictured = window.benchPicture?.();
      if (typeof pictured === 'number') seen.fold = seen.last = pictured;
      const mirror = window.benchMirror?.();
      const fold = mirror?.querySelector<HTMLElement>('#fold');
      const isStyled = fold && fold.offsetHeight > 0 && getComputedStyle(fold).borderLeftColor === 'rgb(1, 2, 3)';
      if (isStyled && seen.fold === null) afterPaint((at) => (seen.fold ??= at));
      if (isStyled && mirror?.querySelector('#last')) return afterPaint((at) => (seen.last ??= at));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
