import { readdir, readFile, statfs } from 'node:fs/promises';

import { managerLimits } from '../../shared/protocol/manager-limits.ts';

export interface Disk {
  name: string;
  bytes: number;
  freeBytes: number;
}

/** The disks of this computer with what is free on them; one that does not answer is left out. */
export async function disks(platform = process.platform): Promise<Disk[]> {
  const found = await Promise.all((await places(platform)).slice(0, managerLimits.disks).map(measure));
  return found.filter((disk) => disk !== null && disk.bytes > 0) as Disk[];
}

async function measure(name: string): Promise<Disk | null> {
  try {
    const { bsize, blocks, bavail } = await statfs(name);
    return { name: name.slice(0, 300), bytes: bsize * blocks, freeBytes: bsize * bavail };
  } catch {
    return null;
  }
}

async function places(platform: NodeJS.Platform): Promise<string[]> {
  if (platform === 'win32') return [...'CDEFGHIJKLMNOPQRSTUVWXYZAB'].map((letter) => `${letter}:\\`);
  if (platform === 'darwin') {
    const volumes = await readdir('/Volumes').catch(() => []);
    return ['/', ...volumes.map((name) => `/Volumes/${name}`)];
  }
  return mountedDisks(await readFile('/proc/mounts', 'utf8').catch(() => ''));
}

/** Of Linux' list of what is mounted: each device once, where it was mounted first; `/` always. */
export function mountedDisks(mounts: string): string[] {
  const byDevice = new Map<string, string>();
  for (const line of mounts.split('\n')) {
    const [device = '', place = ''] = line.split(' ');
    const isDisk = device.startsWith('/dev/') && !device.startsWith('/dev/loop');
    if (isDisk && !byDevice.has(device)) byDevice.set(device, place.replaceAll('\\040', ' '));
  }
  return [...new Set(['/', ...byDevice.values()])];
}
