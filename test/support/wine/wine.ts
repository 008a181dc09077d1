import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findTool } from '../../../scripts/browsers.ts';
import { managerEnv } from '../manager/manager-env.ts';

const own = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const startsWithinMs = 120_000;

/** A Windows of one's own: an empty Wine prefix with one program in it. */
export interface Wine {
  /** The folder of the program, as Linux sees it. */
  folder: string;
  /** Starts a program, Windows' own by name or one of the folder by `./name.exe`. */
  start(args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess;
  /** Runs it to its end; gives its exit code and what it wrote. */
  run(args: readonly string[]): { code: number | null; output: string };
  close(): void;
}

/** Throws with one line when this machine has no Wine, or cannot make the one library that it lacks. */
export function openWine(display: string, program: { name: string; content: Uint8Array }): Wine {
  const [wine, compiler] = [findTool('wine'), findTool('mingw')];
  if (wine === null || compiler === null) {
    throw new Error(
      'The Windows Support Manager is tested under Wine: apt-get install wine64 gcc-mingw-w64-x86-64-win32',
    );
  }
  const home = mkdtempSync(`${tmpdir()}/beside-wine-`);
  const folder = `${home}/program`;
  mkdirSync(folder);
  writeFileSync(`${folder}/${program.name}`, program.content, { mode: 0o755 });
  cpSync(own('parent.ts'), `${folder}/parent.ts`);
  const made = spawnSync(compiler, [
    '-shared',
    '-o',
    `${folder}/bcryptprimitives.dll`,
    own('random-stub.c'),
    '-ladvapi32',
  ]);
  if (made.status !== 0) throw new Error(`${compiler}: ${made.stderr.toString()}`);

  const surroundings = {
    ...process.env,
    ...managerEnv,
    HOME: home,
    WINEPREFIX: `${home}/prefix`,
    WINEDEBUG: '-all',
    DISPLAY: display,
  };
  const run: Wine['run'] = (args) => {
    const { status, stdout, stderr } = spawnSync(wine, [...args], {
      cwd: folder,
      env: surroundings,
      encoding: 'utf8',
      timeout: startsWithinMs,
    });
    return { code: status, output: stdout + stderr };
  };
  run(['wineboot', '-i']);
  run(['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f']);
  return {
    folder,
    start: (args, env = {}) =>
      spawn(wine, [...args], { cwd: folder, env: { ...surroundings, ...env }, stdio: ['ignore', 'ignore', 'inherit'] }),
    run,
    close() {
      // Ends all that runs in it, the prefix's own servers too.
      run(['wineboot', '-k', '-f']);
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    },
  };
}
