import { execFileSync } from 'node:child_process';

const reg = (...args: string[]) =>
  execFileSync('reg.exe', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Windows' registry, this person's part of it, by the program that every Windows has. */
export const registry = {
  set: (key: string, value: string): void => void reg('add', key, '/ve', '/t', 'REG_SZ', '/d', value, '/f'),
  get(key: string): string | null {
    try {
      return /REG_SZ\s+(.*?)\s*$/m.exec(reg('query', key, '/ve'))?.[1] ?? null;
    } catch {
      return null;
    }
  },
  remove(key: string): void {
    try {
      reg('delete', key, '/f');
    } catch {
      // It was not there.
    }
  },
};
