import { readFileSync } from 'node:fs';
import { processTree } from './process-tree.ts';

/** MiB that a process and all that it has started keep for themselves now: nothing of files, which the system may drop. Linux. */
export function ownMemory(pid: number): number {
  const kibibytes = processTree(pid).map((one) => {
    try {
      const status = readFileSync(`/proc/${one.pid}/status`, 'utf8');
      return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    } catch {
      // It has just gone.
      return 0;
    }
  });
  return kibibytes.reduce((sum, one) => sum + one, 0) / 1024;
}

export interface MemoryWatch {
  /** Ends the watch; the most in MiB that each had above what it had at the beginning. */
  growth(): number[];
}

/** Looks twice a second at each of them. `pidOf` may change: what is started anew is another process. */
export function watchMemory(pidsOf: readonly (() => number)[]): MemoryWatch {
  const first = pidsOf.map((pidOf) => ownMemory(pidOf()));
  const most = [...first];
  const look = () => {
    for (const [at, pidOf] of pidsOf.entries()) most[at] = Math.max(most[at] ?? 0, ownMemory(pidOf()));
  };
  const timer = setInterval(look, 500);
  return {
    growth() {
      clearInterval(timer);
      look();
      return most.map((one, at) => one - (first[at] ?? 0));
    },
  };
}
