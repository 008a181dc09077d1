import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const chunkBytes = 4 * 1024 * 1024;

/** Which of the words stand in a process's memory now, as UTF-8 or as UTF-16. Linux; the process must be our own child. */
export function wordsInMemory(pid: number, words: readonly string[]): string[] {
  const forms = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ]);
  const overlap = Math.max(...forms.map(({ bytes }) => bytes.length));
  const found = new Set<string>();
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(chunkBytes);
  try {
    for (const { from, to } of readableAreas(pid)) {
      for (let at = from; at < to; at += chunkBytes - overlap) {
        const read = readAt(memory, chunk, at, Math.min(chunkBytes, to - at));
        const part = chunk.subarray(0, read);
        for (const { word, bytes } of forms) if (part.includes(bytes)) found.add(word);
      }
    }
  } finally {
    closeSync(memory);
  }
  return words.filter((word) => found.has(word));
}

function readableAreas(pid: number): { from: number; to: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^([0-9a-f]+)-([0-9a-f]+) r/.exec(line);
      if (!match?.[1] || !match[2]) return [];
      return [{ from: Number.parseInt(match[1], 16), to: Number.parseInt(match[2], 16) }];
    });
}

/** Bytes read; an area that went away, or that nobody may read, gives none. */
function readAt(file: number, into: Buffer, position: number, length: number): number {
  try {
    return readSync(file, into, 0, length, position);
  } catch {
    return 0;
  }
}
