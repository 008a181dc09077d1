import type { CDPSession } from 'puppeteer';

/** CPU time of the page's main thread so far, ms: tasks only, whatever else the machine does. */
export async function threadMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** JavaScript heap that is in use after a collection, MB. */
export async function heapMb(cdp: CDPSession): Promise<number> {
  // What one collection has found unused only the next one lets go, when the page's own objects held it.
  for (let at = 0; at < 2; at += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
