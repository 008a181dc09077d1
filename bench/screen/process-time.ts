import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const msPerTick = 10;

interface Process {
  parent: number;
  ms: number;
}

/** Processor time so far of that process and all that it has started, ms. */
export function processTime(pid: number): number {
  const all = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    const found = /^\d+$/.test(name) ? read(name) : null;
    if (found) all.set(Number(name), found);
  }
  const isOurs = (one: number): boolean => one === pid || (one > 1 && isOurs(all.get(one)?.parent ?? 0));
  return [...all].reduce((sum, [one, { ms }]) => (isOurs(one) ? sum + ms : sum), 0);
}

function read(pid: string): Process | null {
  try {
    // The name before stands in brackets and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * msPerTick };
  } catch {
    // It has just gone.
    return null;
  }
}
