import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The folder of a package that is made for another system, so that npm would not install it here: fetched with npm
 * once, checked against its known hash, and kept in `.cache`.
 */
export function fetchPackage(name: string, version: string, integrity: string): string {
  const folder = `${root}.cache/packages/${name.replace('/', '+')}@${version}`;
  if (existsSync(folder)) return `${folder}/package`;
  const work = `${folder}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const packed =
    run('npm', ['pack', `${name}@${version}`, '--silent'], work)
      .trim()
      .split('\n')
      .at(-1) ?? '';
  const [kind = '', wanted] = integrity.split(/-(.*)/s);
  const found = createHash(kind)
    .update(readFileSync(`${work}/${packed}`))
    .digest('base64');
  if (found !== wanted) throw new Error(`${name}@${version} is not what it was: its ${kind} is ${found}.`);
  run('tar', ['-xzf', packed], work);
  rmSync(`${work}/${packed}`);
  renameSync(work, folder);
  return `${folder}/package`;
}

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
  return stdout;
}
