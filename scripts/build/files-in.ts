import { readdirSync } from 'node:fs';
import { relative } from 'node:path';

/** All files of a folder and its subfolders, as sorted paths with slashes, from the folder on. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, `${entry.parentPath}/${entry.name}`).replaceAll('\\', '/'))
    .sort();
}
