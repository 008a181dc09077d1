import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of so many bytes in memory, mounted on a folder. Throws where nothing may be mounted, and says how to. */
export function mountSmallDisk(bytes: number): { folder: string; unmount(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'beside-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw new Error('A full disk is tried on one of a few megabytes: run as root, or where `mount` is allowed.', {
      cause: error,
    });
  }
  return {
    folder,
    unmount() {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
