import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { freePort } from '../../../../server/free-port.ts';
import { waitFor } from '../../../../test/support/wait-for.ts';

export interface MeshServer {
  /** `https://127.0.0.1:PORT`, with a certificate of its own making. */
  url: string;
  /** Of the one account. */
  name: string;
  password: string;
  close(): Promise<void>;
}

const name = 'bench';
/** It makes its keys first. */
const startsWithinMs = 60_000;

/** Its server on this machine alone, with all of its data in a folder that goes with it. */
export async function startMeshServer(program: string): Promise<MeshServer> {
  const folder = mkdtempSync(`${tmpdir()}/beside-mesh-server-`);
  const port = await freePort();
  const password = randomBytes(18).toString('base64url');
  mkdirSync(`${folder}/data`);
  writeFileSync(`${folder}/data/config.json`, JSON.stringify(configuration(port, folder)));
  // What it lacks it would fetch by itself, and it takes a proxy for a reason to.
  const args = [program, '--datapath', `${folder}/data`, '--npmpath', '/bin/false'];
  const options = { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder } };
  for (const account of [
    ['--createaccount', name, '--pass', password],
    ['--adminaccount', name],
  ]) {
    spawnSync(process.execPath, [...args, ...account], { ...options, stdio: 'ignore' });
  }
  const server = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const close = async () => {
    // It takes its own children along at this signal, at no other.
    server.kill('SIGINT');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitFor('its server', () => said.includes('HTTPS server running'), startsWithinMs);
  } catch (error) {
    await close();
    throw new Error(`its server does not start: ${said.trim().split('\n').at(-1) ?? ''}`, { cause: error });
  }
  return { url: `https://127.0.0.1:${port}`, name, password, close };
}

/** Nothing that would go out: no search of the network, no time stamps, no updates. */
const configuration = (port: number, folder: string) => ({
  settings: {
    cert: '127.0.0.1',
    port,
    portBind: '127.0.0.1',
    redirPort: 0,
    mpsPort: 0,
    WANonly: true,
    agentTimeStampServer: false,
    selfUpdate: false,
    autoBackup: false,
    no2FactorAuth: true,
    filesPath: `${folder}/files`,
  },
  domains: { '': { newAccounts: false } },
});
