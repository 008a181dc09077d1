import { gzipSync } from 'node:zlib';

export interface TarEntry {
  name: string;
  content: Uint8Array;
  executable: boolean;
}

const block = 512;

/** A .tar.gz, in which programs stay programs (a zip forgets that). The same entries always give the same bytes. */
export function tarGz(entries: readonly TarEntry[]): Buffer {
  const parts = entries.flatMap(({ name, content, executable }) => [
    header(name, content.length, executable),
    content,
    Buffer.alloc((block - (content.length % block)) % block),
  ]);
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * block)]), { level: 9 });
}

function header(name: string, bytes: number, executable: boolean): Buffer {
  const head = Buffer.alloc(block);
  const octal = (value: number, at: number, digits: number) =>
    head.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  head.write(name, 0, 100, 'utf8');
  octal(executable ? 0o755 : 0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(bytes, 124, 11);
  octal(0, 136, 11);
  // The sum is taken with blanks in its own place.
  head.write('        0', 148, 'latin1');
  head.write('ustar\x0000', 257, 'latin1');
  octal(
    head.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  );
  return head;
}
