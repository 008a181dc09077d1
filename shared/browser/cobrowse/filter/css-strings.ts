const escape = /\\(?:([\da-f]{1,6})\s?|\r?\n|([\s\S]))/gi;

/** What a CSS string or name says, without its escapes. */
export function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escape, (_all, hex: string | undefined, char: string | undefined) => {
    if (hex === undefined) return char ?? '';
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

export const cssString = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
