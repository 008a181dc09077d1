import { folderLimits } from './folder-limits.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** Why a name of a file or folder is none that we touch. */
export type NameFault = 'empty' | 'too-long' | 'hidden' | 'separator' | 'control' | 'edge' | 'reserved' | 'alias';

const separator = /[/\\:]/;
/** Control characters, those that turn the direction of a text, halves of characters. */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const devices = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])$/i;
/** Windows gives entries a second, short name; by that one hidden ones would be reached. */
const shortName = /^[^.]{1,6}~\d{1,6}(?:\.[^.]{0,3})?$/;

/**
 * The one rule for names, asked at both ends and in the Support Manager. What it refuses is neither listed nor
 * reached, whatever the system: `.` and `..` with all that is hidden (keys and profiles live there), separators,
 * drives and streams, devices, and names that Windows takes for another.
 */
export function nameFault(name: string): NameFault | null {
  if (name === '') return 'empty';
  if (name.length > folderLimits.nameBytes || utf8Bytes(name) > folderLimits.nameBytes) return 'too-long';
  if (name.startsWith('.')) return 'hidden';
  if (separator.test(name)) return 'separator';
  if (unseen.test(name)) return 'control';
  if (name !== name.trim() || name.endsWith('.')) return 'edge';
  if (devices.test(name.split('.', 1)[0]?.trimEnd() ?? '')) return 'reserved';
  return shortName.test(name) ? 'alias' : null;
}
