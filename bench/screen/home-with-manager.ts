import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buildManager, runManager } from '../../test/support/manager/install-manager.ts';

/** A person's home folder with the Support Manager installed, for the browser to find. */
export async function homeWithManager(): Promise<{ folder: string; remove: () => void }> {
  await buildManager();
  const folder = mkdtempSync(`${tmpdir()}/beside-home-`);
  runManager(folder, 'install');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
