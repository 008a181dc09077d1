import { execFileSync } from 'node:child_process';

/** Node makes none. */
export const mkfifoSync = (path: string): void => void execFileSync('mkfifo', [path]);
