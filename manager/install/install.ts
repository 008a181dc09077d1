import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isSingleFile, self } from '../self.ts';
import { version } from '../version.ts';
import { hostManifest } from './host-manifest.ts';
import type { Places } from './places.ts';
import { registry } from './registry.ts';

/** Beside the program: what was installed, to tell later whether it is still that. */
export interface Receipt {
  version: string;
  sha256: string;
}

export const receiptFile = (places: Places): string => join(places.folder, 'installed.json');
export const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Without the single file: a script, and a small program that starts it with the Node that runs us. */
const script = 'support-manager.mjs';
export const codeFile = (places: Places): string => (isSingleFile ? places.program : join(places.folder, script));

/** Copies this program to its place and tells every browser of this person. Repeated, it mends and updates. */
export function install(places: Places): void {
  mkdirSync(places.folder, { recursive: true, mode: 0o755 });
  if (isSingleFile) put(self.command, places.program);
  else {
    const [source = ''] = self.args;
    put(source, codeFile(places));
    const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
    replace(places.program, `#!/bin/sh\nexec ${quoted(self.command)} ${quoted(codeFile(places))} "$@"\n`);
    chmodSync(places.program, 0o755);
  }
  for (const { kind, manifest, registryKey } of places.browsers) {
    mkdirSync(dirname(manifest), { recursive: true });
    replace(manifest, hostManifest(kind, places.program));
    if (registryKey !== null) registry.set(registryKey, manifest);
  }
  const receipt: Receipt = { version, sha256: sha256Of(codeFile(places)) };
  replace(receiptFile(places), `${JSON.stringify(receipt)}\n`);
}

/** A program that runs cannot be written to, but can be moved aside. */
function put(source: string, target: string): void {
  if (source === target) return;
  const [fresh, old] = [`${target}.new`, `${target}.old`];
  copyFileSync(source, fresh);
  chmodSync(fresh, 0o755);
  rmSync(old, { force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  try {
    rmSync(old, { force: true });
  } catch {
    // Windows keeps it while it runs; the next update takes it away.
  }
}

/** Whole or not at all. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o644 });
  renameSync(`${file}.new`, file);
}
