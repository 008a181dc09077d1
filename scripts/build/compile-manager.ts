import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { ManagerDownload } from '../../shared/protocol/manager-downloads.ts';
import { fetchPackage } from './fetch-package.ts';
import { addManager } from './list-managers.ts';
import { lockedIntegrity } from './locked-integrity.ts';
import { tarGz } from './tar.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bunVersion = '1.4.4';

interface Target {
  name: string;
  system: ManagerDownload['system'];
  processor: 'x64' | 'arm64';
  /** The package with this system's runtime, and its hash: no package of ours depends on it. */
  runtime: string;
  integrity: string;
  /** koffi's package for this system and the file in it; null where we need none. */
  koffi: string | null;
}

/** Intel Macs are left out: the file would carry a broken signature, and macOS would refuse it. */
export const managerTargets: readonly Target[] = [
  {
    name: 'linux-x64',
    system: 'linux',
    processor: 'x64',
    runtime: '@oven/bun-linux-x64',
    integrity: 'sha512-CHbbkmHVM28T1GFq+6GL4Ao4ujwwYwj1CxFFwEFzLanPfNsId9AhbIP0Q4reWuWBkGimUkoQygrK7Rgjtj3vog==',
    koffi: null,
  },
  {
    name: 'linux-arm64',
    system: 'linux',
    processor: 'arm64',
    runtime: '@oven/bun-linux-aarch64',
    integrity: 'sha512-ZTVtpf9zmHSBVPX1sBwe5agGb/rN34yPGg/Hby8e2Ax2uCUA2URZKlZH7qLntK7qaFJCMXh9v0GWNYN2zINz1w==',
    koffi: null,
  },
  {
    name: 'windows-x64',
    system: 'windows',
    processor: 'x64',
    runtime: '@oven/bun-windows-x64',
    integrity: 'sha512-a3LNctBVO8PjePsFZfwDleF2JXYf2BfQ1u/PLRnBDLnC2Riml+4+LgJpKj4xRGhB92KweGyQI5PXaTkP9qypMQ==',
    koffi: '@koromix/koffi-win32-x64|win32_x64/koffi.node',
  },
  {
    name: 'macos-arm64',
    system: 'macos',
    processor: 'arm64',
    runtime: '@oven/bun-darwin-aarch64',
    integrity: 'sha512-zW/hxwc8sJAILGwB5eTC4i48ouGXf0V4lrxmEOk3JIE6JkYVW1TZh1E2pIempqsezgW1sckTIIDudFON8bJ2Mw==',
    koffi: '@koromix/koffi-darwin-arm64|darwin_arm64/koffi.node',
  },
];

/** One file with everything in it. The program reads no settings of Bun's from where it is started. */
export function compileManager(target: Target, folder: string): { file: string; bytes: number } {
  const { name, system, processor, koffi } = target;
  const own = managerTargets.find((one) => one.system === systemHere && one.processor === process.arch);
  if (!own) throw new Error(`Bun does not run on ${process.platform} ${process.arch}.`);
  const work = mkdtempSync(`${tmpdir()}/beside-manager-`);
  try {
    const program = system === 'windows' ? 'support-manager.exe' : 'support-manager';
    const { status, stderr } = spawnSync(
      bunOf(own),
      [
        'build',
        '--compile',
        `--compile-executable-path=${bunOf(target)}`,
        `--target=bun-${system === 'macos' ? 'darwin' : system}-${processor}`,
        '--no-compile-autoload-dotenv',
        '--no-compile-autoload-bunfig',
        '--minify',
        `--outfile=${work}/${program}`,
        entry(work, koffi),
      ],
      { cwd: work, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`bun build for ${name}: ${stderr}`);
    const content = readFileSync(`${work}/${program}`);
    const file = `beside-support-manager-${name}.${system === 'windows' ? 'zip' : 'tar.gz'}`;
    const packed =
      system === 'windows'
        ? zipSync({ [program]: content }, { level: 6, mtime: new Date(2026, 0, 1), os: 3, attrs: 0o755 << 16 })
        : tarGz([{ name: program, content, executable: true }]);
    const about = { file, system, processor, needsNode: false, experimental: system !== 'linux' };
    addManager(folder, about, packed);
    return { file, bytes: packed.length };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const systemHere =
  ({ win32: 'windows', darwin: 'macos' } as Partial<Record<NodeJS.Platform, string>>)[process.platform] ?? 'linux';

function bunOf({ runtime, integrity, system }: Target): string {
  return `${fetchPackage(runtime, bunVersion, integrity)}/bin/bun${system === 'windows' ? '.exe' : ''}`;
}

/** koffi looks for its native part beside itself, where in a single file there is nothing: it is unpacked first. */
function entry(work: string, koffi: string | null): string {
  const script = JSON.stringify(`${root}manager/main.ts`);
  const file = `${work}/entry.ts`;
  if (koffi === null) {
    writeFileSync(file, `await import(${script});\n`);
    return file;
  }
  const [name = '', native = ''] = koffi.split('|');
  const { version, integrity } = lockedIntegrity(name);
  const at = JSON.stringify(`${fetchPackage(name, version, integrity)}/${native}`);
  writeFileSync(
    file,
    `import native from ${at} with { type: 'file' };
import { unpackKoffi } from ${JSON.stringify(`${root}manager/single-file/unpack-koffi.ts`)};
unpackKoffi(native, ${JSON.stringify(native)});
await import(${script});
`,
  );
  return file;
}
