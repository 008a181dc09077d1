import { spawn } from 'node:child_process';
import { self } from '../self.ts';

export interface Guard {
  note(kind: 'key' | 'button', code: number, down: boolean): void;
}

/**
 * A second process that knows what is held down and lets go of it when this one dies, however that happens: only
 * the end of a pipe is certain.
 */
export function startGuard(): Guard {
  const child = spawn(self.command, [...self.args, 'guard'], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  // Neither keeps this process alive.
  child.unref();
  return {
    note: (kind, code, down) => void child.stdin.write(`${kind} ${code} ${down ? 'down' : 'up'}\n`),
  };
}
