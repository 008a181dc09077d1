export type TokenKind =
  | 'space'
  | 'comment'
  | 'string'
  /** A string that a line break ended. */
  | 'bad-string'
  /** `url(` with the bare address and its bracket. */
  | 'url'
  | 'function'
  | 'ident'
  | 'at'
  | 'hash'
  /** One sign, or some digits. */
  | 'delim';

/** Where the reader stands: one token of `css`, from `start` to before `end`. */
export interface TokenReader {
  kind: TokenKind;
  start: number;
  end: number;
  /** The end of the text came before the end of the token. */
  open: boolean;
  /** To the next token; false at the end of the text. */
  next(): boolean;
  /** Name, address or text without escapes, quotes and brackets. */
  value(): string;
}

const escapes = /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|\r\n|[\n\r\f]|([^]))/gi;

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escapes, (_all, hex?: string, char?: string) => {
    if (hex === undefined) return char ?? '';
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}

const isBreak = (code: number) => code === 10 || code === 13 || code === 12;
const isSpace = (code: number) => code === 32 || code === 9 || isBreak(code);
/** Browsers do not agree on these few; none of them is ever part of a name here, which errs on the safe side. */
const isName = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 45 ||
  code === 95 ||
  code === 0 ||
  code === 0xb7 ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code !== 0x37e && !isPunctuation(code));
const isPunctuation = (code: number) =>
  (code >= 0x2000 && code < 0x2070 && code !== 0x200c && code !== 0x200d && code !== 0x203f && code !== 0x2040) ||
  (code >= 0x2190 && code < 0x2c00) ||
  (code >= 0x2ff0 && code < 0x3001) ||
  (code >= 0xe000 && code < 0xf900) ||
  (code >= 0xfdd0 && code < 0xfdf0) ||
  code > 0xfffd;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Reads CSS as browsers do (css-syntax-3), as far as it matters for what is a name, a string or an address. */
export function readTokens(css: string): TokenReader {
  const at = (index: number) => css.charCodeAt(index);
  const escapeAt = (index: number) => at(index) === 92 && index + 1 < css.length && !isBreak(at(index + 1));

  function nameEnd(from: number): number {
    let index = from;
    for (;;) {
      if (isName(at(index))) index += 1;
      else if (escapeAt(index)) index = escapeEnd(index);
      else return index;
    }
  }
  function escapeEnd(from: number): number {
    let index = from + 1;
    if (!/[0-9a-f]/i.test(css[index] ?? '')) return index + 1;
    while (index < from + 7 && /[0-9a-f]/i.test(css[index] ?? '')) index += 1;
    if (at(index) === 13 && at(index + 1) === 10) return index + 2;
    return isSpace(at(index)) ? index + 1 : index;
  }
  /** One that begins a name, not a number. */
  function isNameStart(index: number): boolean {
    const code = at(index);
    if (code === 45) return at(index + 1) === 45 || isNameStart(index + 1);
    return (isName(code) && !isDigit(code)) || escapeAt(index);
  }

  function string(quote: number) {
    for (let index = reader.start + 1; index < css.length; index++) {
      const code = at(index);
      if (code === quote) return finish('string', index + 1);
      if (isBreak(code)) return finish('bad-string', index);
      if (code === 92) index += at(index + 1) === 13 && at(index + 2) === 10 ? 2 : 1;
    }
    reader.open = true;
    return finish('string', css.length);
  }
  function name(kind: 'ident' | 'at' | 'hash', from: number) {
    const end = nameEnd(from);
    if (kind !== 'ident' || at(end) !== 40) return finish(kind, end);
    if (unescape(css.slice(from, end)).toLowerCase() !== 'url') return finish('function', end + 1);
    let index = end + 1;
    while (isSpace(at(index))) index += 1;
    if (at(index) === 34 || at(index) === 39) return finish('function', end + 1);
    for (; index < css.length; index++) {
      if (at(index) === 41) return finish('url', index + 1);
      if (escapeAt(index)) index += 1;
    }
    reader.open = true;
    return finish('url', css.length);
  }
  function finish(kind: TokenKind, end: number): true {
    reader.kind = kind;
    reader.end = end;
    return true;
  }

  const reader: TokenReader = {
    kind: 'space',
    start: 0,
    end: 0,
    open: false,
    next() {
      const start = reader.end;
      if (start >= css.length) return false;
      reader.start = start;
      reader.open = false;
      const code = at(start);
      if (isSpace(code)) {
        let end = start + 1;
        while (isSpace(at(end))) end += 1;
        return finish('space', end);
      }
      if (code === 34 || code === 39) return string(code);
      if (code === 47 && at(start + 1) === 42) {
        const end = css.indexOf('*/', start + 2);
        reader.open = end < 0;
        return finish('comment', end < 0 ? css.length : end + 2);
      }
      if (code === 60 && css.startsWith('<!--', start)) return finish('delim', start + 4);
      if (code === 45 && css.startsWith('-->', start)) return finish('delim', start + 3);
      if (code === 35 && (isName(at(start + 1)) || escapeAt(start + 1))) return name('hash', start + 1);
      if (code === 64 && isNameStart(start + 1)) return name('at', start + 1);
      if (isNameStart(start)) return name('ident', start);
      let end = start + 1;
      // The digits of a number are one: there are more of them than of all else.
      if (isDigit(code)) while (isDigit(at(end))) end += 1;
      return finish('delim', end);
    },
    value() {
      const { kind, start, end, open } = reader;
      switch (kind) {
        case 'string':
          return unescape(css.slice(start + 1, open ? end : end - 1));
        case 'url':
          return unescape(css.slice(css.indexOf('(', start) + 1, open ? end : end - 1)).trim();
        case 'function':
          return unescape(css.slice(start, end - 1));
        case 'at':
        case 'hash':
          return unescape(css.slice(start + 1, end));
        case 'ident':
        case 'delim':
        case 'space':
        case 'comment':
        case 'bad-string':
          return unescape(css.slice(start, end));
      }
    },
  };
  return reader;
}
