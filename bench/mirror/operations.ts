import type { Page } from 'puppeteer';
import { threadMs } from './cpu.ts';
import type { Peer, Theatre } from './theatre.ts';

declare global {
  interface Window {
    operations: Record<string, () => unknown>;
    tidy?: (name: string) => void;
  }
}

/** Main-thread CPU of each operation of a page of `/workloads/`, ms, recorder's work after it included. */
export async function operations(theatre: Theatre, peer: Peer, path: string): Promise<Record<string, number>> {
  const { customer, cdp } = theatre;
  await theatre.open(peer, path);
  await theatre.mirror();
  const names = await customer.evaluate(() => Object.keys(window.operations));
  const spent: Record<string, number> = {};
  for (const name of names) {
    await customer.evaluate((which) => window.tidy?.(which), name);
    await settled(customer);
    const before = await threadMs(cdp);
    await customer.evaluate((which) => void window.operations[which]?.(), name);
    await settled(customer);
    // A recorder that works in slices has not done its work before all of it is at the host.
    await theatre.settle();
    spent[name] = (await threadMs(cdp)) - before;
  }
  return spent;
}

/** Drawn, and idle once after. */
export const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 1_000 })),
        );
      }),
  );

export const sum = (spent: Record<string, number>): number => Object.values(spent).reduce((all, one) => all + one, 0);
