import { existsSync, rmSync } from 'node:fs';
import type { Places } from './places.ts';
import { registry } from './registry.ts';

/** Takes away all that `install` has made; false when the program's own file is in use and stays until it ends. */
export function uninstall(places: Places): boolean {
  for (const { manifest, registryKey } of places.browsers) {
    rmSync(manifest, { force: true });
    if (registryKey !== null) registry.remove(registryKey);
  }
  try {
    rmSync(places.folder, { recursive: true, force: true });
  } catch {
    // On Windows nobody can remove a program that runs, this one included.
  }
  return !existsSync(places.folder);
}
