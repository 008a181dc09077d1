import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { createCamera } from '../demo/camera.ts';
import { playStory } from '../demo/play-story.ts';
import { openWorld } from '../demo/world.ts';
import { launchBrowser } from '../test/support/launch-browser.ts';
import type { BrowserKind } from '../test/support/test-browser.ts';

// npm run demo [-- --host firefox] [-- --customer firefox]: a whole session in two real browsers.

const kind = v.optional(v.picklist(['chromium', 'firefox']), 'chromium');
const folder = fileURLToPath(new URL('../demo-out', import.meta.url));

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { host: { type: 'string' }, customer: { type: 'string' } } });
  const read = v.safeParse(v.object({ host: kind, customer: kind }), values);
  if (!read.success) throw new Error('Usage: npm run demo -- [--host chromium|firefox] [--customer chromium|firefox]');
  const { host, customer } = read.output;

  const world = await openWorld({ browsers: [host, customer], size: '1600x1000', say });
  const launch = (browser: BrowserKind) =>
    launchBrowser(browser, {
      extension: browser === 'chromium' ? world.builds.chromeAllSites : world.builds.firefox,
      display: world.display,
    });
  try {
    const [hostBrowser, customerBrowser] = await Promise.all([launch(host), launch(customer)]);
    try {
      const camera = createCamera({ folder, lookMs: world.isSeen ? 1_200 : 400, say });
      const keyMs = world.isSeen ? 60 : 15;
      await playStory({ host: hostBrowser, customer: customerBrowser, relay: world.relay, camera, keyMs });
    } finally {
      await Promise.all([hostBrowser.close(), customerBrowser.close()]);
    }
  } finally {
    await world.close();
  }
  say(`Pictures of every step: ${folder}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
