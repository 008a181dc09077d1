import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  raw: number;
  gzip: number;
}

const linked = /<(?:script|link)[^>]*?(?:src|href)="([^"]+\.(?:js|css))"/g;
/** What a script imports at once, and the file of one language. */
const imported = /(?:(?:import|from)\s*"|import\(`(?=\.\/en-))(\.{1,2}\/[^"`]+\.js)["`]/g;

/** All that a built page loads before it can be used: its scripts with what they import at once, its sheets and texts. */
export function pageWeight(folder: string, page: string): Weight {
  const files = new Set<string>();
  const add = (file: string, pattern: RegExp) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, found = ''] of text.matchAll(pattern)) {
      const path = found.startsWith('/') ? found.slice(1) : normalize(join(dirname(file), found));
      add(path, path.endsWith('.js') ? imported : /(?!)/g);
    }
  };
  add(page, linked);
  const bytes = [...files].map((file) => readFileSync(join(folder, file)));
  return {
    raw: bytes.reduce((sum, { length }) => sum + length, 0),
    gzip: bytes.reduce((sum, one) => sum + gzipSync(one).length, 0),
  };
}
