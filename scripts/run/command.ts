import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs one of node_modules' programs in the project's folder, its output on the terminal; true when it went well. */
export function runTool(name: string, ...args: string[]): boolean {
  const { status } = spawnSync(process.execPath, [`${root}node_modules/.bin/${name}`, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0;
}
