/**
 * What every name of a file in a session looks like: no path, no control, nothing that turns the text around, and
 * no dot or space at its end, which Windows drops: `run.bat.` becomes a program when it is saved.
 */
export const fileNamePattern = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._()-]{0,118}[\p{L}\p{N}_()-])?$/u;

const mostChars = 120;
const unnamed = 'file';
/** What Windows drops at the end of a name. */
const dropped = /[. ]+$/u;
/** Names of devices on Windows, whatever follows the first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[\d¹²³]|lpt[\d¹²³])(?:[ .]|$)/i;

/** The name as it may be shown and saved. Always matches `fileNamePattern`; its end keeps saying what the file is. */
export function cleanFileName(name: string): string {
  const last =
    name
      .normalize('NFC')
      .split(/[/\\]/)
      .findLast((part) => part.trim() !== '') ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s/gu, ' ')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(dropped, '')
    // Of `.png` the name is empty, not `png`.
    .replace(/^[^\p{L}\p{N}]*(\.[\p{L}\p{N}]+)$/u, `${unnamed}$1`)
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const named = plain === '' ? unnamed : plain;
  return shorten(reserved.test(named) ? `${unnamed}-${named}` : named);
}

function shorten(name: string): string {
  if (name.length <= mostChars) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 17 ? name.slice(dot) : '';
  return [...name.slice(0, mostChars - ending.length)].filter(isWhole).join('').replace(dropped, '') + ending;
}

/** Half of a character that takes two. */
const isWhole = (character: string): boolean => !/^\p{Cs}$/u.test(character);

/** What follows the last dot that is not dropped, in small letters; empty: nothing does. */
export const fileEnding = (name: string): string =>
  (/\.([^.]+)$/u.exec(name.replace(dropped, ''))?.[1] ?? '').toLowerCase();
