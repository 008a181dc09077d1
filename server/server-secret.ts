import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from './secrets.ts';

/**
 * The relay's own key, kept beside the data and not in the store. Several instances must share one,
 * by a shared folder or by `BESIDE_SECRET`.
 */
export function serverSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) create(folder, file);
  return readFileSync(file, 'utf8').trim();
}

/** Written aside and linked into place, so that two starting at once end up with the same key. */
function create(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${newSecret()}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
