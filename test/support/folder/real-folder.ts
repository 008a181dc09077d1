import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const secret = 'a secret outside of the folder';

/** A folder on the disk with a neighbour that nobody may reach. */
export async function makeRealFolder() {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'beside-folder-')));
  const inside = join(base, 'inside');
  const outside = join(base, 'outside');
  await mkdir(join(inside, 'docs', 'deep'), { recursive: true });
  await mkdir(outside);
  await writeFile(join(outside, 'secret.txt'), secret);
  await writeFile(join(inside, 'a.txt'), 'alpha');
  await writeFile(join(inside, 'docs', 'b.txt'), 'beta');
  await writeFile(join(inside, 'docs', 'deep', 'c.txt'), 'gamma');
  await writeFile(join(inside, '.hidden'), 'hidden');
  await symlink(outside, join(inside, 'way-out'));
  await symlink(join(outside, 'secret.txt'), join(inside, 'secret-link.txt'));
  await symlink(join(inside, 'docs'), join(inside, 'way-in'));
  return { base, inside, outside, remove: () => rm(base, { recursive: true, force: true }) };
}
