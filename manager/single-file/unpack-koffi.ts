import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { system } from '../desk/open-desk.ts';
import { placesFor } from '../install/places.ts';

/**
 * Puts koffi's native part where koffi looks for it, in the program's own folder (nobody else may write there), and
 * tells koffi of it before it is loaded.
 */
export function unpackKoffi(embedded: string, name: string): void {
  const folder = join(placesFor(system).folder, 'native');
  const file = join(folder, 'koffi', name);
  const content = readFileSync(embedded);
  if (!existsSync(file) || !readFileSync(file).equals(content)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, content, { mode: 0o600 });
  }
  (process as { resourcesPath?: string }).resourcesPath = folder;
}
