import { globSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { addSiteScript } from './add-site-script.ts';
import { archive } from './archive.ts';
import { packNodeManager } from './pack-node-manager.ts';
import { sizesOf, type Size } from './sizes.ts';
import { verifyExtension } from './verify-extension.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const targets = ['chrome', 'firefox', 'pages', 'manager'] as const;
export type Target = (typeof targets)[number];

interface Options {
  /** Folder that gets chrome/, firefox/, pages/, manager/ and the archives. */
  out: string;
  /** The relay that the extension is made for; none makes the generic build. */
  publicUrl?: string | undefined;
  only?: readonly Target[];
}

/** Runs all vite builds, checks the extensions, packs them. Throws when a build is not fit to be loaded. */
export async function buildAll({ out, publicUrl, only = targets }: Options): Promise<Size[]> {
  const before = { out: process.env['BESIDE_OUT'], publicUrl: process.env['BESIDE_PUBLIC_URL'] };
  // vite.config.ts reads both anew for each build.
  setEnvironment({ out, publicUrl });
  try {
    for (const target of only) await buildTarget(target, `${out}/${target}`, publicUrl);
  } finally {
    setEnvironment(before);
  }
  for (const target of only) {
    if (target === 'manager') packNodeManager(`${out}/manager`);
    else if (target !== 'pages') writeFileSync(`${out}/${archiveNames[target]}`, archive(`${out}/${target}`));
  }
  return sizesOf(out, only);
}

/** What sites' pages load from the relay, each in one file; and the file that recordings are saved in. */
const singleFiles = ['embed', 'embed-recorder', 'offline'];
const archiveNames = { chrome: 'beside-chrome.zip', firefox: 'beside-firefox.xpi' } as const;

async function buildTarget(target: Target, folder: string, publicUrl: string | undefined): Promise<void> {
  await run(target);
  if (target === 'pages') for (const script of singleFiles) await run(`${target}:${script}`);
  if (target === 'pages' || target === 'manager') return;
  const scripts = globSync('extension/content/*.iife.ts', { cwd: root }).map((file) => basename(file, '.iife.ts'));
  for (const script of scripts.sort()) await run(`${target}:${script}`);
  if (publicUrl) addSiteScript(folder, publicUrl);
  verifyExtension(folder);
}

async function run(mode: string): Promise<void> {
  await build({ configFile: `${root}vite.config.ts`, mode, logLevel: 'error' });
}

function setEnvironment({ out, publicUrl }: { out: string | undefined; publicUrl: string | undefined }): void {
  for (const [name, value] of Object.entries({ BESIDE_OUT: out, BESIDE_PUBLIC_URL: publicUrl })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
