import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { installMeter } from '../meter.ts';
import type { RigServer } from '../rig/server.ts';

/**
 * Who records the customer's page; `none`: nobody, `push`: nobody, but scrolling is pushed, `openreplay`: with nobody
 * who watches, `tab`: the browser, as a picture. A suite that has one twice sees what chance alone does.
 */
export type Peer = 'none' | 'rrweb' | 'ours' | 'push' | 'openreplay' | 'tab';

export const tabPeer = 'tab capture, WebRTC';

/** A customer's browser and a host's; each run has a fresh page on both sides. */
export interface Theatre {
  /** Opens a page of `/workloads/`, or an absolute path, and whoever is to watch it; nothing is recorded yet. */
  open(peer: Peer, path: string): Promise<void>;
  /** Starts the recorder. Gives the time, ms since 1970; NaN when there is none. */
  start(): Promise<number>;
  /** Start, and until the whole page is at the host and all is quiet. */
  mirror(): Promise<void>;
  /** Until the recorder has done its work, as far as one can tell. */
  settle(): Promise<void>;
  /** Bytes that left the customer so far. */
  sent(): Promise<number>;
  /** CPU time of the customer's whole browser so far, ms: a picture is made outside of the page. */
  busy(): Promise<number>;
  readonly customer: Page;
  readonly host: Page;
  /** To the customer's page. */
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

const pages = '/built/bench/rig/pages';
const size = { width: 1280, height: 800 };
const longMs = 120_000;

export async function openTheatre(server: RigServer, built: string, display: string): Promise<Theatre> {
  const launch = () => launchBrowser('chromium', { display, capturesOwnTab: true });
  const [own, other] = await Promise.all([launch(), launch()]);
  // A window of its own, as the product has it: browsers give the process of a hidden tab less of the machine.
  const assist = await own.browser.newPage({ type: 'window' });
  await assist.goto(`${server.url}${pages}/assist.html?room=mirror`);
  const customer = await own.open('about:blank');
  const host = await other.open('about:blank');
  await Promise.all([customer.setViewport(size), host.setViewport(size)]);
  await customer.emulateFocusedPage(true);
  const cdp = await customer.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const agents = {
    ours: readFileSync(`${built}/scripts/agent.js`, 'utf8'),
    rrweb: readFileSync(`${built}/scripts/rrweb-agent.js`, 'utf8'),
    push: readFileSync(`${built}/scripts/push-agent.js`, 'utf8'),
    openreplay: readFileSync(`${built}/scripts/openreplay-agent.js`, 'utf8'),
    tab: readFileSync(`${built}/scripts/tab-agent.js`, 'utf8'),
  };
  const hosts = {
    ours: `${pages}/host.html?room=mirror`,
    rrweb: `${pages}/rrweb-host.html`,
    push: `${pages}/push-host.html`,
    tab: `${pages}/tab-host.html`,
  };
  const browser = await own.browser.target().createCDPSession();
  let now: Peer = 'none';
  let sentBefore = 0;

  const sentByOurs = () => assist.evaluate(() => window.rigSent());
  async function start() {
    if (now === 'none') return NaN;
    return waitFor('the recorder', () => customer.evaluate(() => window.rigStart?.()));
  }

  async function settle() {
    // It collects for so long before it sends.
    if (now === 'openreplay') await sleep(openReplayMs);
    else if (now !== 'none') await isQuiet(host);
  }

  return {
    customer,
    host,
    cdp,
    start,
    async open(peer, path) {
      now = peer;
      await host.goto('about:blank');
      const address = path.startsWith('/') ? path : `/workloads/${path}`;
      await customer.goto(server.url + address, { waitUntil: 'load', timeout: longMs });
      await cdp.send('HeapProfiler.collectGarbage');
      if (peer === 'none') return;
      if (peer !== 'openreplay') {
        await host.goto(`${server.url}${hosts[peer]}`, { waitUntil: 'load' });
        await waitFor('the host', () => host.evaluate(() => window.benchReady), longMs);
        await installMeter(host);
      }
      await customer.evaluate(`${agents[peer]};undefined`);
      await waitFor('the way out', () => customer.evaluate(() => window.rigStart !== undefined));
      sentBefore = peer === 'ours' ? await sentByOurs() : peer === 'openreplay' ? server.openReplayBytes() : 0;
      // In a session both sides have been there for a while when the page is shown.
      await sleep(warmMs);
    },
    async mirror() {
      await start();
      if (now === 'openreplay')
        await waitFor('OpenReplay', async () => (await customer.title()) === 'recorded', longMs);
      else if (now !== 'none') await waitFor('the mirror', () => host.evaluate(() => window.rigState().isLive), longMs);
      await settle();
    },
    settle,
    async sent() {
      if (now === 'ours') return (await sentByOurs()) - sentBefore;
      if (now === 'openreplay') return server.openReplayBytes() - sentBefore;
      if (now === 'tab') return customer.evaluate(() => window.tabSent());
      return now === 'rrweb' ? customer.evaluate(() => window.rrwebSent) : 0;
    },
    async busy() {
      const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
      return 1_000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
    close: async () => void (await Promise.all([own.close(), other.close()])),
  };
}

const quietMs = 300;
const openReplayMs = 300;
const warmMs = 700;

/** Until nothing has come to the host for a while. */
async function isQuiet(host: Page): Promise<void> {
  let last = -1;
  let since = performance.now();
  await waitFor(
    'a quiet mirror',
    async () => {
      const { messages } = await host.evaluate(() => window.rigState());
      if (messages !== last) since = performance.now();
      last = messages;
      return performance.now() - since > quietMs;
    },
    longMs,
  );
}
