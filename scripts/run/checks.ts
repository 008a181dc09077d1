import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { root, runTool } from './command.ts';

interface Check {
  name: string;
  run(): boolean;
}

const typedFolders = globSync('{*,*/*}/tsconfig.json', { cwd: root, exclude: ['node_modules/**'] })
  .map(dirname)
  .sort();

/** The checks that need no browser, fastest first. */
export const checks: readonly Check[] = [
  { name: 'format', run: () => runTool('oxfmt', '--check', '.') },
  { name: 'lint', run: () => runTool('oxlint') },
  ...typedFolders.map((folder) => ({ name: `types of ${folder}`, run: () => runTool('tsc', '-p', folder) })),
  { name: 'unused code', run: () => runTool('knip') },
];
