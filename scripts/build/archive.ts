import { readFileSync } from 'node:fs';
import { zipSync, type Zippable } from 'fflate';
import { filesIn } from './files-in.ts';

/** A zip of a folder; the same folder always gives the same bytes. */
export function archive(folder: string): Uint8Array {
  const entries: Zippable = {};
  for (const file of filesIn(folder)) entries[file] = readFileSync(`${folder}/${file}`);
  // fflate takes local time: a Date made of local parts is the same bytes in every time zone.
  return zipSync(entries, { level: 9, mtime: new Date(2026, 0, 1), os: 3, attrs: 0o644 << 16 });
}
