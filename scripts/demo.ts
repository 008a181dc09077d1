import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { createCamera } from '../demo/camera.ts';
import { playGallery } from '../demo/gallery/play-gallery.ts';
import { playStory } from '../demo/play-story.ts';
import { openWorld } from '../demo/world.ts';
import { launchBrowser } from '../test/support/launch-browser.ts';
import type { BrowserKind } from '../test/support/test-browser.ts';

// npm run demo [-- --host firefox] [-- --customer firefox]: a whole session in two real browsers.
// npm run demo -- --gallery [--browser chromium|firefox] [--language en|cs] [SCENE…]: every view in every state.

const kinds = ['chromium', 'firefox'] as const;
const languages = ['en', 'cs'] as const;
const kind = v.optional(v.picklist(kinds), 'chromium');
const folder = fileURLToPath(new URL('../demo-out', import.meta.url));
const asked = v.object({
  host: kind,
  customer: kind,
  gallery: v.boolean(),
  browser: v.optional(v.picklist(kinds)),
  language: v.optional(v.picklist(languages)),
});
const usage = `Usage: npm run demo -- [--host chromium|firefox] [--customer chromium|firefox]
       npm run demo -- --gallery [--browser chromium|firefox] [--language en|cs] [SCENE…]`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      host: { type: 'string' },
      customer: { type: 'string' },
      gallery: { type: 'boolean', default: false },
      browser: { type: 'string' },
      language: { type: 'string' },
    },
  });
  const read = v.safeParse(asked, values);
  if (!read.success) throw new Error(usage);
  const { host, customer, gallery, browser, language } = read.output;
  if (gallery) {
    return showGallery(browser ? [browser] : kinds, language ? [language] : languages, positionals);
  }

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

async function showGallery(
  browsers: readonly BrowserKind[],
  inLanguages: readonly (typeof languages)[number][],
  only: readonly string[],
): Promise<void> {
  const world = await openWorld({ browsers, size: '1600x1000', say });
  // Each pass has a relay of its own, at the address that the extension was built for.
  await world.relay.stop();
  try {
    const broken = await playGallery({
      passes: browsers.flatMap((one) => inLanguages.map((language) => ({ kind: one, language }))),
      only,
      folder: `${folder}/gallery`,
      builds: world.builds,
      display: world.display,
      port: world.relay.port,
      say,
    });
    if (broken > 0) process.exitCode = 1;
  } finally {
    await world.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
