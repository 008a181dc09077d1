import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../../../scripts/build/build-all.ts';
import { managerEnv } from './manager-env.ts';

const out = fileURLToPath(new URL('../../../dist', import.meta.url));

export const buildManager = (): Promise<unknown> => buildAll({ out, only: ['manager'] });

/** Runs the built Support Manager's own command, as a person with that home folder does. */
export const runManager = (home: string, command: 'install' | 'status' | 'uninstall'): string =>
  execFileSync(process.execPath, [`${out}/manager/support-manager.mjs`, command], {
    encoding: 'utf8',
    env: { ...process.env, ...managerEnv, HOME: home, XDG_DATA_HOME: '' },
  });

/** Kills the Support Managers that browsers have started from that home folder; their guards live on. */
export function killManagers(home: string): number {
  const killed = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const line = commandLine(pid);
      return line.includes(`${home}/`) && line.includes('support-manager') && /extension:|native-messaging/.test(line);
    });
  for (const pid of killed) process.kill(Number(pid), 'SIGKILL');
  return killed.length;
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
