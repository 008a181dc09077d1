import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buildAll } from '../../scripts/build/build-all.ts';

/** Folders of the built extension, as the browsers load them. */
export interface TestBuilds {
  /** As shipped: Chromium asks before each site. */
  chrome: string;
  /** All sites allowed beforehand, for scenarios in which that prompt (the browser's own) is not the point. */
  chromeAllSites: string;
  firefox: string;
  /** Made for no relay: it is told its relay's address. */
  chromeGeneric: string;
  firefoxGeneric: string;
}

/** Builds the extension for one relay, and for none, into a new temporary folder. */
export async function buildForTests(publicUrl: string): Promise<TestBuilds & { remove(): void }> {
  const folder = mkdtempSync(`${tmpdir()}/beside-build-`);
  await buildAll({ out: `${folder}/site`, publicUrl, only: ['chrome', 'firefox'] });
  await buildAll({ out: `${folder}/generic`, only: ['chrome', 'firefox'] });
  const chromeAllSites = `${folder}/chrome-all-sites`;
  cpSync(`${folder}/site/chrome`, chromeAllSites, { recursive: true });
  allowAllSites(`${chromeAllSites}/manifest.json`);
  return {
    chrome: `${folder}/site/chrome`,
    chromeAllSites,
    firefox: `${folder}/site/firefox`,
    chromeGeneric: `${folder}/generic/chrome`,
    firefoxGeneric: `${folder}/generic/firefox`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function allowAllSites(file: string): void {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    host_permissions?: string[];
    optional_host_permissions?: string[];
  };
  const { optional_host_permissions: optional = [], host_permissions: own = [], ...rest } = manifest;
  writeFileSync(file, JSON.stringify({ ...rest, host_permissions: [...own, ...optional] }));
}
