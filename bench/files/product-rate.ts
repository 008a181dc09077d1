import type { Page } from 'puppeteer';
import type { TestRelay } from '../../test/support/relay.ts';
import { watchMemory } from '../../test/support/own-memory.ts';
import { joinWithExtension } from '../../test/support/story/customer.ts';
import { giveFiles, phaseOf, row } from '../../test/support/story/files.ts';
import { signInDirectly, startSession } from '../../test/support/story/host.ts';
import { press, pressIn } from '../../test/support/story/press.ts';
import type { TestBrowser } from '../../test/support/test-browser.ts';
import { waitFor } from '../../test/support/wait-for.ts';

export interface ProductRate {
  /** MB/s from the press on Download until the whole is on the disk and compared. */
  megabytesPerSecond: number;
  /** MiB above the beginning, at most: of who sends, who gets it, and of the relay. */
  growth: { sender: number; receiver: number; relay: number };
}

interface Setup {
  relay: TestRelay;
  host: TestBrowser;
  customer: TestBrowser;
  path: 'direct' | 'relay';
  file: { path: string; name: string; bytes: number };
}

const wholeWithinMs = 600_000;

/** The customer publishes a file in a real session, and the host downloads it. */
export async function productRate({ relay, host, customer, path, file }: Setup): Promise<ProductRate> {
  await signInDirectly(host, relay.url, await relay.addHost());
  const desk = await startSession(host, await host.open(relay.url));
  const assist = await joinWithExtension(customer, relay.url, desk.number, 'Jana Nová');
  await press(desk.console, 'Admit');
  await waitFor(`the ${path} path`, () => isOn(desk.console, path), 30_000);
  await giveFiles(assist, [file.path]);
  await waitFor('the file', async () => (await phaseOf(desk.console, file.name)) === 'none');
  const pidOf = (browser: TestBrowser) => () => browser.browser.process()?.pid ?? 0;
  const watch = watchMemory([pidOf(customer), pidOf(host), () => relay.pid]);
  await desk.console.evaluate((wanted) => {
    const times = { pressedAt: 0, doneAt: 0 };
    window.benchTimes = times;
    document.addEventListener('click', () => (times.pressedAt ||= performance.now()), true);
    new MutationObserver(() => {
      const phase = document.querySelector<HTMLElement>(wanted)?.dataset['phase'];
      if (phase === 'done') times.doneAt ||= performance.now();
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-phase'] });
  }, row(file.name));
  await pressIn(desk.console, row(file.name), 'Download');
  const tookMs = await waitFor(
    'the whole file',
    () =>
      desk.console.evaluate(() => {
        const { pressedAt, doneAt } = window.benchTimes;
        return doneAt === 0 ? null : doneAt - pressedAt;
      }),
    wholeWithinMs,
  );
  const [sender = NaN, receiver = NaN, ofRelay = NaN] = watch.growth();
  await press(assist, 'End session');
  await assist.waitForSelector('dialog[open]');
  await press(assist, 'End session');
  return { megabytesPerSecond: file.bytes / 1_000 / tookMs, growth: { sender, receiver, relay: ofRelay } };
}

const isOn = (page: Page, path: string) =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>('[data-path]')?.dataset['path'] === wanted, path);

declare global {
  interface Window {
    benchTimes: { pressedAt: number; doneAt: number };
  }
}
