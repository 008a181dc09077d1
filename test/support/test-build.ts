import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
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
  await buildAll({ out: folder, publicUrl, only: ['chrome', 'firefox'] });
  cpSync(`${folder}/chrome`, `${folder}/chrome-all-sites`, { recursive: true });
  allowAllSites(`${folder}/chrome-all-sites/manifest.json`);
  return foldersIn(folder);
}

/**
 * Builds the extension for each of the relays, and for none, into new temporary folders. Only the first is really
 * built: the others differ in nothing but the address.
 */
export async function buildForTests([first = '', ...others]: readonly string[]): Promise<
  { all: readonly TestBuilds[] } & Temporary
> {
  const generic = mkdtempSync(`${tmpdir()}/beside-build-`);
  await buildAll({ out: generic, only: ['chrome', 'firefox'] });
  const built = await buildForRelay(first);
  const all = [built, ...others.map((other) => readdressed(built, first, other))];
  return {
    all: all.map(({ remove: _remove, ...one }) => ({
      ...one,
      chromeGeneric: `${generic}/chrome`,
      firefoxGeneric: `${generic}/firefox`,
    })),
    remove() {
      for (const one of all) one.remove();
      rmSync(generic, { recursive: true, force: true });
    },
  };
}

function readdressed({ chrome }: RelayBuilds, from: string, to: string): RelayBuilds & Temporary {
  const folder = mkdtempSync(`${tmpdir()}/beside-build-`);
  cpSync(dirname(chrome), folder, { recursive: true });
  for (const file of globSync(`${folder}/*/**/*.{js,json,html}`)) {
    const text = readFileSync(file, 'utf8');
    if (text.includes(from)) writeFileSync(file, text.replaceAll(from, to));
  }
  return foldersIn(folder);
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
