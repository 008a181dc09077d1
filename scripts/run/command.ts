import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const program = (name: string) => `${root}node_modules/.bin/${name}`;

/** Runs one of node_modules' programs in the project's folder, its output on the terminal; true when it went well. */
export function runTool(name: string, ...args: string[]): boolean {
  const { status } = spawnSync(process.execPath, [program(name), ...args], { cwd: root, stdio: 'inherit' });
  return status === 0;
}

/** The same beside others: its output comes in one piece at the end. */
export function runToolAside(name: string, ...args: string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 ** 2 };
    execFile(process.execPath, [program(name), ...args], options, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    );
  });
}
