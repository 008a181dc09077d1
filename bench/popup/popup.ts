import { fileURLToPath } from 'node:url';
import { openWorld, type World } from '../../demo/world.ts';
import { chromeExtensionId } from '../../shared/protocol/extension-identity.ts';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import { startSession } from '../../test/support/relay-client.ts';
import { signInDirectly } from '../../test/support/story/host.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';
import { idleCost } from './idle-cost.ts';
import { noteUsable, openTimes } from './open-times.ts';
import { pageWeight } from './page-weight.ts';

const times = 15;
const bareFolder = fileURLToPath(new URL('bare', import.meta.url));
const row = rowsOf('popup');

/** How soon popup and console can be used, beside a popup with nothing but a button; their weight; what an idle page pays. */
export async function benchPopup(say: (line: string) => void): Promise<Row[]> {
  const world = await openWorld({ browsers: ['chromium'], size: '1400x1000', say });
  try {
    say(`popup: ${times} openings each`);
    return [...(await openings(world)), ...weights(world), ...(await idle(world))];
  } finally {
    await world.close();
  }
}

async function openings({ relay, builds, display }: World): Promise<Row[]> {
  const browser = await launchBrowser('chromium', { extension: builds.chromeAllSites, display });
  try {
    const bareId = await browser.browser.installExtension(bareFolder);
    const host = await relay.addHost();
    await signInDirectly(browser, relay.url, host);
    const { sessionId } = await startSession(relay.url, host.bearer);
    const page = (name: string) => `chrome-extension://${chromeExtensionId}/extension/${name}/index.html`;
    const measure = async (address: string, selector: string) => {
      const tab = await browser.open('about:blank');
      await noteUsable(tab, selector);
      const spent = await openTimes(tab, address, times);
      await tab.close();
      return spent;
    };
    const bare = await measure(`chrome-extension://${bareId}/popup.html`, 'button');
    const popup = await measure(page('popup'), 'button.primary');
    const console = await measure(`${page('console')}#${sessionId}`, '[role="tab"]');
    const peer = (share: number): [string, number] => ['bare popup', quantile(bare, share)];
    return [
      row('popup: first opening', popup[0] ?? NaN, { peer: ['bare popup', bare[0] ?? NaN] }),
      row('popup to interactive, median', median(popup), { peer: peer(0.5), goal: { atMost: 100 } }),
      row('popup to interactive, p95', quantile(popup, 0.95), { peer: peer(0.95) }),
      row('console: first opening', console[0] ?? NaN),
      row('console to interactive, median', median(console), { peer: peer(0.5), goal: { atMost: 500 } }),
      row('console to interactive, p95', quantile(console, 0.95), { peer: peer(0.95) }),
    ];
  } finally {
    await browser.close();
  }
}

function weights({ builds }: World): Row[] {
  return (['popup', 'console', 'assist'] as const).flatMap((name) => {
    const { raw, gzip } = pageWeight(builds.chromeAllSites, `extension/${name}/index.html`);
    return [
      row(`${name}: what it loads, raw`, raw / 1_024, { unit: 'KiB' }),
      row(`${name}: what it loads, gzip`, gzip / 1_024, { unit: 'KiB' }),
    ];
  });
}

/** The same page in a browser with the extension, the host signed in, and in one without. */
async function idle({ relay, builds, display }: World): Promise<Row[]> {
  const [ours, none] = await Promise.all([
    launchBrowser('chromium', { extension: builds.chromeAllSites, display }),
    launchBrowser('chromium', { display }),
  ]);
  try {
    await signInDirectly(ours, relay.url, await relay.addHost());
    // Another site than the relay's, whose own pages the extension knows.
    const address = `http://127.0.0.1:${relay.port}/shop/`;
    // One after the other, so that neither waits for the other.
    const without = await idleCost(none, address);
    const withOurs = await idleCost(ours, address);
    return [
      row('idle page: scripts of the extension in it', withOurs.scripts, { unit: '', goal: { atMost: 0 } }),
      row('idle page: time in scripts, median', median(withOurs.scriptMs), {
        peer: ['no extension', median(without.scriptMs)],
      }),
      row('idle page: time in all tasks, median', median(withOurs.taskMs), {
        peer: ['no extension', median(without.taskMs)],
      }),
    ];
  } finally {
    await Promise.all([ours.close(), none.close()]);
  }
}
