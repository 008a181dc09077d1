import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../../scripts/build/build-all.ts';

/** Folders of the extension built for one relay, as the browsers load them. */
export interface RelayBuilds {
  /** As shipped: Chromium asks before each site. */
  chrome: string;
  /** All that may be asked for allowed beforehand, for scenarios in which that prompt (the browser's own) is not the point. */
  chromeAllSites: string;
  firefox: string;
}

export interface TestBuilds extends RelayBuilds {
  /** Made for no relay: it is told its relay's address. */
  chromeGeneric: string;
  firefoxGeneric: string;
}

interface Temporary {
  remove(): void;
}

/** Builds the extension for one relay into a new temporary folder. */
export async function buildForRelay(publicUrl: string): Promise<RelayBuilds & Temporary> {
  const folder = mkdtempSync(`${tmpdir()}/beside-build-`);
  await buildInto(folder, publicUrl);
  return foldersIn(folder);
}

async function buildInto(folder: string, publicUrl: string): Promise<void> {
  await buildAll({ out: folder, publicUrl, only: ['chrome', 'firefox'] });
  cpSync(`${folder}/chrome`, `${folder}/chrome-all-sites`, { recursive: true });
  allowAllSites(`${folder}/chrome-all-sites/manifest.json`);
}

/** The one relay that the tests' extension is really built for; those of the lanes differ in nothing but the address. */
const anyRelay = 'http://localhost:65535';

/** Builds the extension for any relay and for none, and the relay's own pages; once for all that share this folder. */
export async function buildOnce(kept: string): Promise<void> {
  if (existsSync(`${kept}/complete`)) return;
  await buildAll({ out: `${kept}/generic`, only: ['chrome', 'firefox'] });
  await buildInto(`${kept}/addressed`, anyRelay);
  await buildAll({ out: fileURLToPath(new URL('../../dist', import.meta.url)), only: ['pages'] });
  writeFileSync(`${kept}/complete`, '');
}

/** The builds of that folder, made for this relay. */
export function buildsFor(kept: string, publicUrl: string): TestBuilds & Temporary {
  const folder = mkdtempSync(`${tmpdir()}/beside-build-`);
  cpSync(`${kept}/addressed`, folder, { recursive: true });
  for (const file of globSync(`${folder}/*/**/*.{js,json,html}`)) {
    const text = readFileSync(file, 'utf8');
    if (text.includes(anyRelay)) writeFileSync(file, text.replaceAll(anyRelay, publicUrl));
  }
  return {
    ...foldersIn(folder),
    chromeGeneric: `${kept}/generic/chrome`,
    firefoxGeneric: `${kept}/generic/firefox`,
  };
}

const foldersIn = (folder: string): RelayBuilds & Temporary => ({
  chrome: `${folder}/chrome`,
  chromeAllSites: `${folder}/chrome-all-sites`,
  firefox: `${folder}/firefox`,
  remove: () => rmSync(folder, { recursive: true, force: true }),
});

function allowAllSites(file: string): void {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    host_permissions?: string[];
    optional_host_permissions?: string[];
    permissions?: string[];
    optional_permissions?: string[];
  };
  const { optional_host_permissions: optional = [], host_permissions: own = [], ...rest } = manifest;
  const { permissions = [], optional_permissions: more = [], ...others } = rest;
  const all = { ...others, host_permissions: [...own, ...optional], permissions: [...permissions, ...more] };
  writeFileSync(file, JSON.stringify(all));
}
