import { folderLimits } from '../protocol/folder-limits.ts';
import type { Path } from '../protocol/folder.ts';
import { plain } from '../protocol/plain-text.ts';
import { utf8Bytes } from '../protocol/utf8-bytes.ts';
import type { Found, FolderRoot, Outcome } from './folder-root.ts';
import { walk } from './walk.ts';

/** Entries below a folder whose name has the text in it. */
export async function searchBelow(root: Pick<FolderRoot, 'list'>, path: Path, text: string): Promise<Outcome<Found>> {
  const wanted = plain(text);
  const found: Found['found'] = [];
  let bytes = 0;
  const walked = await walk(root, path, (visited) => {
    if (!plain(visited.entry.name).includes(wanted)) return true;
    bytes += utf8Bytes(JSON.stringify(visited));
    if (bytes > folderLimits.foundBytes) return false;
    found.push(visited);
    return found.length < folderLimits.found;
  });
  return walked.ok ? { ok: true, value: { found, isWhole: walked.value } } : walked;
}
