import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  const chromeAllSites = `${folder}/chrome-all-sites`;
  cpSync(`${folder}/chrome`, chromeAllSites, { recursive: true });
  allowAllSites(`${chromeAllSites}/manifest.json`);
  return {
    chrome: `${folder}/chrome`,
    chromeAllSites,
    firefox: `${folder}/firefox`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Builds the extension for one relay, and for none, into new temporary folders. */
export async function buildForTests(publicUrl: string): Promise<TestBuilds & Temporary> {
  const { remove, ...site } = await buildForRelay(publicUrl);
  const generic = mkdtempSync(`${tmpdir()}/beside-build-`);
  await buildAll({ out: generic, only: ['chrome', 'firefox'] });
  return {
    ...site,
    chromeGeneric: `${generic}/chrome`,
    firefoxGeneric: `${generic}/firefox`,
    remove() {
      remove();
      rmSync(generic, { recursive: true, force: true });
    },
  };
}

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
