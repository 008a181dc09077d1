import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

export const version = '1.1.55';

/**
 * MeshCentral's own folder. It is 450 MB with what it needs, so it is no dependency: npm brings it when it is first
 * measured, into a folder for temporary files, where it is found again. Throws with the reason when it cannot be had.
 */
export function meshCentralPackage(): string {
  const cache = `${tmpdir()}/beside-bench-packages`;
  const folder = `${cache}/meshcentral-${version}`;
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const part = mkdtempSync(`${cache}/part-`);
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status, error, stderr } = spawnSync(
      'npm',
      ['install', ...options, '--prefix', part, `meshcentral@${version}`],
      { encoding: 'utf8' },
    );
    if (status !== 0) {
      rmSync(part, { recursive: true, force: true });
      throw new Error(`npm could not install it (${error?.message ?? stderr.trim().split('\n')[0] ?? status})`);
    }
    renameSync(part, folder);
  }
  return `${folder}/node_modules/meshcentral`;
}
