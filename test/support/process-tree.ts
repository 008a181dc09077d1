import { readdirSync, readFileSync } from 'node:fs';

/** What Linux tells of one process: the fields of `/proc/PID/stat` from the third on. */
export interface ProcessStat {
  pid: number;
  fields: readonly string[];
}

const parent = ({ fields }: ProcessStat) => Number(fields[1]);

/** That process and all that it has started, as they are now. */
export function processTree(root: number): ProcessStat[] {
  const all = new Map<number, ProcessStat>();
  for (const name of readdirSync('/proc')) {
    const found = /^\d+$/.test(name) ? read(Number(name)) : null;
    if (found) all.set(found.pid, found);
  }
  const isIn = (one: ProcessStat | undefined): boolean =>
    one !== undefined && (one.pid === root || isIn(all.get(parent(one))));
  return [...all.values()].filter(isIn);
}

function read(pid: number): ProcessStat | null {
  try {
    // The name before stands in brackets and may hold anything.
    return { pid, fields: readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [] };
  } catch {
    // It has just gone.
    return null;
  }
}
