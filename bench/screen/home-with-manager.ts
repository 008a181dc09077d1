import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../../scripts/build/build-all.ts';
import { managerEnv } from '../../test/support/manager/manager-env.ts';

/** A person's home folder with the Support Manager installed, for the browser to find. */
export async function homeWithManager(): Promise<{ folder: string; remove: () => void }> {
  const out = fileURLToPath(new URL('../../dist', import.meta.url));
  await buildAll({ out, only: ['manager'] });
  const folder = mkdtempSync(`${tmpdir()}/beside-home-`);
  execFileSync(process.execPath, [`${out}/manager/support-manager.mjs`, 'install'], {
    env: { ...process.env, ...managerEnv, HOME: folder, XDG_DATA_HOME: '' },
    stdio: 'ignore',
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
