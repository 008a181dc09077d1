import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = ['extension/player/index.html', 'bench/rig/pages/assist.html', 'bench/rig/pages/host.html'];
const peers = ['rrweb-host', 'push-host', 'tab-host'].map((page) => `bench/rig/pages/${page}.html`);
const scripts = ['agent', 'rrweb-agent', 'push-agent', 'openreplay-agent', 'tab-agent'];

export interface BuiltRig {
  folder: string;
  /** Removes the folder. */
  remove(): void;
}

/** Recorder and player as they are shipped, but in plain pages; each of the `scripts` is one file for a customer's page. */
export async function buildRig(): Promise<BuiltRig> {
  const folder = mkdtempSync(`${tmpdir()}/beside-rig-`);
  const common: InlineConfig = {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { __BROWSER__: '"page"', __PUBLIC_URL__: '""' },
  };
  for (const pages of [ours, peers]) {
    await build({
      ...common,
      base: '/built/',
      build: {
        target: 'es2022',
        modulePreload: false,
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { input: pages.map((page) => `${root}${page}`) },
      },
    });
  }
  for (const script of scripts) {
    await build({
      ...common,
      build: {
        target: 'es2022',
        outDir: `${folder}/scripts`,
        emptyOutDir: false,
        lib: {
          entry: `${root}bench/rig/pages/${script}.ts`,
          formats: ['iife'],
          name: 'rig',
          fileName: () => `${script}.js`,
        },
      },
    });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
