import { spawnSync } from 'node:child_process';
import { accessSync, constants, globSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Tool {
  /** As people know it. */
  label: string;
  /** Debian's package. */
  package: string;
  /** Names to look for in PATH. */
  names: readonly string[];
  /** Other places, as glob patterns; the last match wins (the newest version). */
  places: readonly string[];
  /** As `puppeteer browsers install` calls it, if it has it. */
  download?: 'chrome' | 'firefox';
}

const cache = `${root}.cache/browsers`;

export const tools = {
  chromium: {
    label: 'Chromium',
    package: 'chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
    places: [
      `${cache}/chrome/*/*/chrome`,
      `${cache}/chrome/*/*/*.app/Contents/MacOS/Google Chrome for Testing`,
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    download: 'chrome',
  },
  firefox: {
    label: 'Firefox',
    package: 'firefox-esr',
    names: ['firefox-esr', 'firefox'],
    places: [
      `${cache}/firefox/*/*/firefox`,
      `${cache}/firefox/*/*.app/Contents/MacOS/firefox`,
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    download: 'firefox',
  },
  xvfb: { label: 'Xvfb', package: 'xvfb', names: ['Xvfb'], places: [] },
  openbox: { label: 'openbox', package: 'openbox', names: ['openbox'], places: [] },
  xdotool: { label: 'xdotool', package: 'xdotool', names: ['xdotool'], places: [] },
  openssl: { label: 'OpenSSL', package: 'openssl', names: ['openssl'], places: [] },
  x11vnc: { label: 'x11vnc', package: 'x11vnc', names: ['x11vnc'], places: [] },
  wine: { label: 'Wine', package: 'wine64', names: ['wine64'], places: ['/usr/lib/wine/wine64'] },
  mingw: {
    label: 'a C compiler for Windows',
    package: 'gcc-mingw-w64-x86-64-win32',
    names: ['x86_64-w64-mingw32-gcc', 'x86_64-w64-mingw32-gcc-win32'],
    places: [],
  },
  coturn: { label: 'coturn', package: 'coturn', names: ['turnserver'], places: [] },
  postgres: {
    label: 'a PostgreSQL server',
    package: 'postgresql',
    names: ['postgres'],
    places: ['/usr/lib/postgresql/*/bin/postgres', '/opt/homebrew/opt/postgresql*/bin/postgres'],
  },
} as const satisfies Record<string, Tool>;
export type ToolName = keyof typeof tools;

/** The program's path, or null when this machine has none. An environment variable BESIDE_CHROMIUM or BESIDE_FIREFOX goes first. */
export function findTool(name: ToolName): string | null {
  const tool: Tool = tools[name];
  const chosen = process.env[`BESIDE_${name.toUpperCase()}`];
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => tool.names.map((file) => `${folder}/${file}`));
  const elsewhere = tool.places.flatMap((pattern) => globSync(pattern).sort().reverse());
  const usual = tool.names.flatMap((file) => [`/usr/bin/${file}`, `/usr/local/bin/${file}`]);
  return [...(chosen ? [chosen] : []), ...inPath, ...usual, ...elsewhere].find(isExecutable) ?? null;
}

/**
 * Brings what the tests need and this machine lacks: from the system's packages where it may, else (browsers
 * only) as puppeteer's download. Returns one line naming what is still missing, or null.
 */
export function ensureTools(names: readonly ToolName[], say: (line: string) => void): string | null {
  const missing = names.filter((name) => findTool(name) === null);
  const noFont = process.platform === 'linux' && names.includes('chromium') && !hasFont();
  if (missing.length > 0 || noFont) {
    const packages = [...missing.map((name) => tools[name].package), ...(noFont ? ['fonts-dejavu-core'] : [])];
    say(`Installing ${packages.join(', ')}…`);
    const answer = installPackages(packages);
    if (answer !== 'installed') say(`System packages: ${answer}.`);
    for (const name of missing) {
      if (findTool(name) === null) download(tools[name]);
    }
  }
  const still = names.filter((name) => findTool(name) === null);
  if (still.length === 0) return null;
  return `Missing: ${still.map((name) => tools[name].label).join(', ')}. Install ${still.map((name) => tools[name].package).join(' ')} with your system's package manager.`;
}

function installPackages(packages: readonly string[]): string {
  if (!commandExists('apt-get')) return 'no apt-get here';
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return 'neither root nor sudo without a password';
  const run = (...args: string[]) =>
    spawnSync(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['-E', 'apt-get']), ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update', '-qq');
  const result = run('install', '-y', '-qq', '--no-install-recommends', ...packages);
  if (result.status === 0) return 'installed';
  return result.stderr.split('\n').find((line) => line.startsWith('E:')) ?? 'apt-get install failed';
}

function download(tool: Tool): void {
  if (!tool.download) return;
  spawnSync(
    process.execPath,
    [`${root}node_modules/.bin/puppeteer`, 'browsers', 'install', tool.download, '--path', cache],
    {
      stdio: 'ignore',
    },
  );
}

function hasFont(): boolean {
  return globSync(['/usr/share/fonts/**/*.{ttf,otf}', '/usr/local/share/fonts/**/*.{ttf,otf}']).length > 0;
}

function commandExists(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(`${folder}/${name}`));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
