import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = fileURLToPath(new URL('../../../.cache/mesh-central', import.meta.url));

/** The folder of MeshCentral with all that it needs, installed by its own lock file the first time that it is asked for. */
export function installMeshCentral(): string {
  const installed = `${folder}/node_modules/meshcentral`;
  if (existsSync(installed)) return installed;
  const work = `${folder}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(`${here}${file}`, `${work}/${file}`);
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stderr, error } = spawnSync('npm', args, { cwd: work, encoding: 'utf8' });
  if (status !== 0) throw new Error(error?.message ?? stderr.trim());
  renameSync(work, folder);
  return installed;
}
