import { strToU8 } from 'fflate';
import { deflate } from './body.ts';
import { namedCharsAtMost, type NamedSheet } from './sheet-references.ts';

/** Sheets as bodies that stay well within the limit, which `KnownSheets` learns. */
export function packSheets(sheets: readonly NamedSheet[]): Uint8Array[] {
  const groups: NamedSheet[][] = [];
  let chars = Infinity;
  for (const sheet of sheets) {
    chars += sheet[1].length;
    if (chars > namedCharsAtMost) {
      groups.push([]);
      chars = sheet[1].length;
    }
    groups.at(-1)?.push(sheet);
  }
  return groups.map((group) => deflate(strToU8(JSON.stringify(group))));
}
