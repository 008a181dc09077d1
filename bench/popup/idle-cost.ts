import type { Page } from 'puppeteer';
import type { TestBrowser } from '../../test/support/test-browser.ts';

export interface IdleCost {
  /** Scripts of an extension in the page, of all its loads. */
  scripts: number;
  /** Main thread's time in scripts in one second after the page has loaded, ms each. */
  scriptMs: number[];
  /** The same for all tasks. */
  taskMs: number[];
}

const loads = 8;
const idleMs = 1_000;

/** What a page without a session costs in that browser. */
export async function idleCost(browser: TestBrowser, address: string): Promise<IdleCost> {
  const page = await browser.open('about:blank');
  let scripts = 0;
  const session = await page.createCDPSession();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) scripts += 1;
  });
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) scripts += 1;
  });
  await session.send('Runtime.enable');
  const scriptMs: number[] = [];
  const taskMs: number[] = [];
  for (let at = 0; at < loads; at += 1) {
    await page.goto(address, { waitUntil: 'load' });
    const before = await spentIn(page);
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    const after = await spentIn(page);
    scriptMs.push(after.script - before.script);
    taskMs.push(after.task - before.task);
  }
  // Last, since a debugger slows what it watches.
  await session.send('Debugger.enable');
  await page.reload({ waitUntil: 'load' });
  await page.close();
  return { scripts, scriptMs, taskMs };
}

async function spentIn(page: Page): Promise<{ script: number; task: number }> {
  const { ScriptDuration = 0, TaskDuration = 0 } = await page.metrics();
  return { script: ScriptDuration * 1_000, task: TaskDuration * 1_000 };
}
