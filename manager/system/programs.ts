import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { managerLimits } from '../../shared/protocol/manager-limits.ts';

export interface Program {
  name: string;
  memoryBytes: number;
}

const withinMs = 5_000;
const run = promisify(execFile);

/** The programs that take most memory, processes of one name together. Names only: what they were started with may be secret. */
export async function programs(platform = process.platform): Promise<Program[]> {
  const bytes = new Map<string, number>();
  for (const { name, memoryBytes } of await running(platform)) {
    bytes.set(name, (bytes.get(name) ?? 0) + memoryBytes);
  }
  return [...bytes]
    .map(([name, memoryBytes]) => ({ name: name.slice(0, 300), memoryBytes }))
    .toSorted((a, b) => b.memoryBytes - a.memoryBytes)
    .slice(0, managerLimits.processes);
}

async function running(platform: NodeJS.Platform): Promise<Program[]> {
  try {
    if (platform === 'win32') {
      const { stdout } = await run('tasklist', ['/fo', 'csv', '/nh'], { timeout: withinMs });
      return readTaskList(stdout);
    }
    if (platform === 'darwin') {
      const { stdout } = await run('ps', ['-axo', 'rss=,comm='], { timeout: withinMs });
      return readPs(stdout);
    }
    return await fromProc();
  } catch {
    return [];
  }
}

async function fromProc(): Promise<Program[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(ids.map((id) => readFile(`/proc/${id}/status`, 'utf8').catch(() => '')));
  return all.flatMap(readStatus);
}

/** `/proc/ID/status` of Linux; a thread of the kernel has no memory and is left out. */
export function readStatus(text: string): Program[] {
  const name = /^Name:\s*(.+)$/m.exec(text)?.[1];
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(text)?.[1];
  return name && kilobytes ? [{ name, memoryBytes: Number(kilobytes) * 1_024 }] : [];
}

/** Lines of `ps`: kilobytes, then the path of the program. */
export const readPs = (text: string): Program[] =>
  text.split('\n').flatMap((line) => {
    const [, kilobytes, path] = /^\s*(\d+)\s+(.+)$/.exec(line) ?? [];
    return path ? [{ name: path.split('/').at(-1) ?? path, memoryBytes: Number(kilobytes) * 1_024 }] : [];
  });

/** Lines of Windows' `tasklist`: quoted fields, name first and kilobytes last, their digits in groups. */
export const readTaskList = (text: string): Program[] =>
  text.split('\n').flatMap((line) => {
    const fields = [...line.matchAll(/"([^"]*)"/g)].map(([, field = '']) => field);
    const name = fields[0];
    return name ? [{ name, memoryBytes: Number((fields.at(-1) ?? '').replace(/\D+/g, '')) * 1_024 }] : [];
  });
