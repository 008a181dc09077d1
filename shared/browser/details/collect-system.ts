import type { SystemFactKey, SystemReport } from '../../protocol/details.ts';
import type { ManagerClient } from '../manager/manager-client.ts';
import { byteText } from '../files/byte-text.ts';
import { durationText } from '../ui/i18n.ts';
import { browserName } from './browser-name.ts';

type Told = Extract<Awaited<ReturnType<ManagerClient['system']>>, { ok: true }>['value'];

interface Sources {
  /** Zoom of the shown page, 1 is 100 %; null: not known. */
  zoom: number | null;
  /** Of the Support Manager, where there is one. */
  computer: Told | null;
  now: number;
}

/** What this browser says of itself, and the Support Manager of the computer; nothing that names a person or a file. */
export async function collectSystem({ zoom, computer, now }: Sources): Promise<SystemReport> {
  const { userAgent, languages, cookieEnabled, onLine, maxTouchPoints } = navigator;
  const known: Partial<Record<SystemFactKey, string>> = {
    browser: browserName(userAgent),
    system: computer?.system ?? (await systemName()),
    screen: `${screen.width} × ${screen.height}, ${devicePixelRatio} ×, ${screen.colorDepth} bit`,
    ...(zoom !== null && { zoom: `${Math.round(zoom * 100)} %` }),
    languages: languages.join(', '),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    cookies: cookieEnabled ? '✓' : '✗',
    connection: onLine ? '✓' : '✗',
    touch: maxTouchPoints > 0 ? String(maxTouchPoints) : '✗',
    ...(computer && {
      processor: `${computer.processor} × ${computer.cores}`,
      memory: `${byteText(computer.memoryBytes - computer.freeMemoryBytes)} / ${byteText(computer.memoryBytes)}`,
      uptime: durationText(computer.uptimeSeconds * 1_000),
    }),
  };
  return {
    facts: (Object.entries(known) as [SystemFactKey, string][]).map(([key, value]) => {
      return { key, value: value.slice(0, 300) };
    }),
    disks: computer?.disks ?? [],
    processes: computer?.processes ?? [],
    at: now,
  };
}

interface HighEntropy {
  platform?: string;
  platformVersion?: string;
  architecture?: string;
}

/** Only Chromium says more than the name. */
async function systemName(): Promise<string> {
  const { userAgentData } = navigator as Navigator & {
    userAgentData?: { getHighEntropyValues(hints: string[]): Promise<HighEntropy> };
  };
  const told = await userAgentData?.getHighEntropyValues(['platformVersion', 'architecture']).catch(() => null);
  return told ? [told.platform, told.platformVersion, told.architecture].filter(Boolean).join(' ') : navigator.platform;
}
