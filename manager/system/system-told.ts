import { cpus, freemem, release, totalmem, type, uptime, version } from 'node:os';
import type { ManagerFact } from '../../shared/protocol/manager.ts';
import { disks } from './disks.ts';
import { programs } from './programs.ts';

/** What a host is told of the computer, once its owner has allowed it. */
export async function systemTold(id: number): Promise<Extract<ManagerFact, { type: 'manager.system-told' }>> {
  return {
    type: 'manager.system-told',
    id,
    system: `${type()} ${release()} (${version()})`.slice(0, 200),
    processor: (cpus()[0]?.model ?? '').slice(0, 200),
    cores: cpus().length,
    memoryBytes: totalmem(),
    freeMemoryBytes: freemem(),
    uptimeSeconds: Math.round(uptime()),
    language: Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 40),
    disks: await disks(),
    processes: await programs(),
  };
}
