import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { root, runToolAside } from './command.ts';

interface Check {
  name: string;
  /** A program of node_modules, and what it is told. */
  tool: readonly [string, ...string[]];
}

const typedFolders = globSync('{*,*/*}/tsconfig.json', { cwd: root, exclude: ['node_modules/**'] })
  .map(dirname)
  .sort();

/** The checks that need no browser; the longest first, so that none is left over at the end. */
const checks: readonly Check[] = [
  { name: 'types of test', tool: ['tsc', '-p', 'test'] },
  { name: 'lint', tool: ['oxlint'] },
  { name: 'unused code', tool: ['knip'] },
  ...typedFolders
    .filter((folder) => folder !== 'test')
    .map((folder) => ({ name: `types of ${folder}`, tool: ['tsc', '-p', folder] }) as const),
  { name: 'format', tool: ['oxfmt', '--check', '.'] },
];

/**
 * Runs all checks, so many at once (each uses one processor most of the time), and prints what each says when it ends;
 * gives the names of those that failed.
 */
export async function runChecks(atOnce: number): Promise<{ passed: number; failed: readonly string[] }> {
  const waiting = [...checks];
  const failed: string[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { ok, output } = await runToolAside(...check.tool);
      process.stdout.write(`— ${check.name}\n${output}`);
      if (!ok) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { passed: checks.length - failed.length, failed };
}
