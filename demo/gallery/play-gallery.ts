import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { startRelay } from '../../test/support/relay.ts';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import type { RelayBuilds } from '../../test/support/test-build.ts';
import type { TestBrowser } from '../../test/support/test-browser.ts';
import { allScenes } from './all-scenes.ts';
import { type Fault, galleryIndex, type Pass, passName, type Taken } from './gallery-index.ts';
import { createStage } from './stage.ts';

interface Options {
  passes: readonly Pass[];
  /** Only scenes of these names; empty: all. */
  only: readonly string[];
  folder: string;
  builds: RelayBuilds;
  display: string;
  /** That the builds are made for. */
  port: number;
  say(line: string): void;
}

const sceneWithinMs = 120_000;

/** Pictures of every view in every state, and a page that shows them. Gives how many scenes broke. */
export async function playGallery({ passes, only, folder, say, ...world }: Options): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const taken: Taken[] = [];
  const faults: Fault[] = [];
  const scenes = allScenes.filter(({ name }) => only.length === 0 || only.includes(name));
  for (const pass of passes) {
    const begun = performance.now();
    await playPass({ pass, scenes, folder, taken, faults, say, ...world });
    say(`${passName(pass)}: ${Math.round((performance.now() - begun) / 1_000)} s`);
    writeFileSync(`${folder}/index.html`, galleryIndex(taken, faults));
  }
  say(`${taken.length} pictures: ${folder}/index.html`);
  return faults.length;
}

interface PassDeps extends Pick<Options, 'builds' | 'display' | 'port' | 'folder' | 'say'> {
  pass: Pass;
  scenes: typeof allScenes;
  taken: Taken[];
  faults: Fault[];
}

async function playPass({ pass, scenes, builds, display, port, folder, taken, faults, say }: PassDeps): Promise<void> {
  const { kind, language } = pass;
  // A site with nothing in it, each time.
  const relay = await startRelay({ port });
  const launch = () =>
    launchBrowser(kind, {
      extension: kind === 'chromium' ? builds.chromeAllSites : builds.firefox,
      display,
      language,
      fakesDevices: true,
    });
  const [host, customer] = await Promise.all([launch(), launch()]);
  try {
    const anna = await relay.addHost({ name: 'Anna Host' });
    const admin = await relay.addHost({ name: 'Ada Admin', admin: true });
    const petr = await relay.addHost({ name: 'Petr Helper' });
    for (const { name, play } of scenes) {
      const stage = createStage({
        scene: name,
        folder: `${folder}/${passName(pass)}`,
        language,
        relay,
        host,
        customer,
        anna,
        petr,
        admin,
        took: (picture) => taken.push({ ...picture, pass }),
      });
      say(`${passName(pass)}: ${name}`);
      try {
        await within(sceneWithinMs, play(stage));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        faults.push({ pass, scene: name, message });
        say(`  ${message}`);
      }
      await Promise.all([leave(host), leave(customer)]);
    }
  } finally {
    await Promise.all([host.close(), customer.close()]);
    await relay.stop();
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`Not over after ${ms / 1_000} s.`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Closes all windows but one, which the browser needs to live. */
async function leave({ browser }: TestBrowser): Promise<void> {
  const [, ...others] = await browser.pages();
  await Promise.all(others.map((page) => page.close().catch(() => undefined)));
}
