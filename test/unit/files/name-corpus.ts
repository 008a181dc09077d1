import { fileNamePattern } from '../../../shared/session/file-name.ts';

const endings = ['.txt', '.pdf', '.tar.gz', '.exe'];
const traversals = [
  '../',
  '..\\',
  '../../../',
  '..\\..\\',
  '/',
  '\\',
  'C:\\',
  'C:',
  '\\\\server\\share\\',
  './',
  '.../',
  '..;/',
];
const encoded = ['%2e%2e%2f', '%2E%2E/', '..%2f', '%252e%252e%252f', '..%c0%af', '%00', '%0d%0a', '..%5c'];
const controls = ['\0', '\u0001', '\u0007', '\b', '\t', '\n', '\r\n', '\u001b[31m', '\u007f', '\u0085', '\u009b'];
/** They turn the text around, join or hide it. */
const invisible = [
  '\u202e',
  '\u202d',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u2028',
  '\u2029',
  '\ue000',
  '\ud800',
];
const devices = ['CON', 'con', 'PRN', 'AUX', 'NUL', 'nul', 'COM1', 'com9', 'LPT1', 'COM\u00b9', 'CONIN$', 'CLOCK$'];
const trails = ['.', '..', ' ', '  ', '. .', '...', '\u00a0', '\u3000', '.\u202e'];
const leads = ['-', '--', '~', '.', '..', ' ', '_', '$', '#', '@', '!', '(', '\u3000', '='];
const streams = [':hidden', '::$DATA', ':$I30:$INDEX_ALLOCATION', ':evil.exe'];
const shell = [
  '$(id)',
  '`id`',
  '|calc',
  ';rm',
  '&&x',
  '<b>',
  '"',
  "'",
  '*',
  '?',
  '>',
  '\u{1f4a9}',
  '=cmd|',
  '%PATH%',
  '^',
];
const wide = ['\uff0e\uff0e\uff0f', '\uff0f', '\uff3c', '\u2215', '\u2044', '\u29f8', '\u2024\u2024', '\u2025'];
const words = [
  'P\u0159\u00edloha 2026',
  'Pr\u030ci\u0301loha',
  '\u65e5\u672c\u8a9e',
  '\u0627\u0644\u0639\u0631\u0628\u064a\u0629',
  '\u05e9\u05dc\u05d5\u05dd',
  '\u0939\u093f\u0928\u094d\u0926\u0940',
  '\uff21\uff22\uff23',
  'Caf\u00e9',
  'e\u0301\u0301\u0301\u0301',
  'Report (final) v2.1_b-3',
];
const long = [
  'a'.repeat(400),
  `${'a'.repeat(400)}.pdf`,
  '\u{20000}'.repeat(200),
  `x.${'y'.repeat(300)}`,
  '.'.repeat(300),
];
const empty = ['', ' ', '.', '..', '/', '\\', '...', '\0', '\u202e', '.png', '..png', '-.txt', '//', '???'];

/** Names as a hostile or an unlucky computer gives them: the corpus S24 of the security research. */
export const hostileNames: readonly string[] = [
  ...traversals.flatMap((part, at) => [`${part}etc/passwd`, `${part}file${endings[at % 4]}`]),
  ...encoded.flatMap((part) => [`${part}etc`, `file${part}.txt`]),
  ...controls.flatMap((part) => [`a${part}b.txt`, `${part}.txt`]),
  ...invisible.flatMap((part) => [`invoice${part}fdp.exe`, `${part}invoice.pdf`]),
  ...devices.flatMap((name) => [name, `${name}.txt`]),
  ...trails.flatMap((part) => [`report.exe${part}`, `report${part}`]),
  ...leads.map((part) => `${part}report.txt`),
  ...streams.map((part) => `report.txt${part}`),
  ...shell.map((part) => `a${part}b.txt`),
  ...wide.map((part) => `${part}report.txt`),
  ...words.map((word, at) => `${word}${endings[at % 4]}`),
  ...long,
  ...empty,
];

export const isSafe = (name: string): boolean =>
  fileNamePattern.test(name) && name.isWellFormed() && !/[. ]$/u.test(name) && !/\p{Bidi_Control}/u.test(name);
