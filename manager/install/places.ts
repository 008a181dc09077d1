import { homedir } from 'node:os';
import { join } from 'node:path';
import type { System } from '../control/forbidden-keys.ts';
import { managerHostName } from '../../shared/protocol/manager-limits.ts';

/** Where a browser looks for the manifests of native programs of this person. */
export interface BrowserPlace {
  browser: string;
  /** Which of the two kinds of manifest it reads. */
  kind: 'chromium' | 'firefox';
  /** The file; on Windows the registry names it, and all browsers of a kind share one. */
  manifest: string;
  /** Windows only: the key whose default value is the file. */
  registryKey: string | null;
}

export interface Places {
  /** The folder of the installed program; nothing else is in it. */
  folder: string;
  program: string;
  browsers: BrowserPlace[];
}

type Surroundings = { home: string; env: NodeJS.ProcessEnv };

const file = `${managerHostName}.json`;

const unixBrowsers: Record<'linux' | 'macos', [browser: string, kind: BrowserPlace['kind'], folder: string][]> = {
  linux: [
    ['Chrome', 'chromium', '.config/google-chrome/NativeMessagingHosts'],
    ['Chromium', 'chromium', '.config/chromium/NativeMessagingHosts'],
    ['Edge', 'chromium', '.config/microsoft-edge/NativeMessagingHosts'],
    ['Firefox', 'firefox', '.mozilla/native-messaging-hosts'],
  ],
  macos: [
    ['Chrome', 'chromium', 'Library/Application Support/Google/Chrome/NativeMessagingHosts'],
    ['Chromium', 'chromium', 'Library/Application Support/Chromium/NativeMessagingHosts'],
    ['Edge', 'chromium', 'Library/Application Support/Microsoft Edge/NativeMessagingHosts'],
    ['Firefox', 'firefox', 'Library/Application Support/Mozilla/NativeMessagingHosts'],
  ],
};

const registry: [browser: string, kind: BrowserPlace['kind'], key: string][] = [
  ['Chrome', 'chromium', 'Google\\Chrome'],
  ['Chromium', 'chromium', 'Chromium'],
  ['Edge', 'chromium', 'Microsoft\\Edge'],
  ['Firefox', 'firefox', 'Mozilla'],
];

export function placesFor(system: System, { home, env }: Surroundings = { home: homedir(), env: process.env }): Places {
  if (system === 'windows') {
    const folder = join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'BesideSupportManager');
    return {
      folder,
      program: join(folder, 'support-manager.exe'),
      browsers: registry.map(([browser, kind, key]) => ({
        browser,
        kind,
        manifest: join(folder, kind, file),
        registryKey: `HKCU\\Software\\${key}\\NativeMessagingHosts\\${managerHostName}`,
      })),
    };
  }
  const folder =
    system === 'macos'
      ? join(home, 'Library/Application Support/BesideSupportManager')
      : join(env['XDG_DATA_HOME'] || join(home, '.local/share'), 'beside-support-manager');
  return {
    folder,
    program: join(folder, 'support-manager'),
    browsers: unixBrowsers[system].map(([browser, kind, at]) => ({
      browser,
      kind,
      manifest: join(home, at, file),
      registryKey: null,
    })),
  };
}
