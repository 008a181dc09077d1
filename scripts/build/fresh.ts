import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = [
  'extension/**',
  'shared/**',
  'manager/**',
  'server/pages/**',
  'scripts/{build,vite}/**',
  '*.{json,config.ts}',
];

/** What a build is made from: names, sizes and times of all its sources, and the relay it is for. */
function mark(publicUrl: string): string {
  const hash = createHash('sha256').update(publicUrl);
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(`${root}${file}`);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Whether the build in `out` was made from the sources as they are, for this relay. */
export function isFresh(out: string, publicUrl: string): boolean {
  const file = `${out}/.made-from`;
  return existsSync(file) && readFileSync(file, 'utf8') === mark(publicUrl);
}

export function markFresh(out: string, publicUrl: string): void {
  writeFileSync(`${out}/.made-from`, mark(publicUrl));
}
