import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from '../../scripts/browsers.ts';
import { freePort } from '../../server/free-port.ts';
import { waitFor } from './wait-for.ts';

export interface Coturn {
  port: number;
  secret: string;
  stop(): Promise<void>;
}

/** What is not of the public net, as coturn's own example says. Of the loopback only this machine's one address is let through: the tests live there. */
const denied = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.2-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.168.0.0-192.168.255.255',
  '::1',
  'fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

/** coturn by UDP and TCP on 127.0.0.1, with the credentials that a relay makes. */
export async function startCoturn(): Promise<Coturn> {
  const program = findTool('coturn');
  if (program === null) throw new Error('TURN is tested with coturn too: apt-get install coturn');
  const folder = mkdtempSync(join(tmpdir(), 'beside-coturn-'));
  const port = await freePort();
  const secret = 'a-secret-of-the-tests-only';
  const settings = {
    'listening-ip': '127.0.0.1',
    'relay-ip': '127.0.0.1',
    'listening-port': String(port),
    'static-auth-secret': secret,
    realm: 'beside',
    userdb: join(folder, 'turndb'),
    pidfile: join(folder, 'pid'),
  };
  const flags = [
    '-n',
    '--use-auth-secret',
    '--fingerprint',
    '--no-cli',
    '--no-tls',
    '--no-dtls',
    '--allow-loopback-peers',
  ];
  const server = spawn(
    program,
    [
      ...flags,
      ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
      ...denied.map((range) => `--denied-peer-ip=${range}`),
      '--log-file=stdout',
    ],
    { stdio: 'ignore', cwd: folder },
  );
  await waitFor('coturn', () => answers(port));
  return {
    port,
    secret,
    async stop() {
      if (server.exitCode === null) {
        server.kill('SIGKILL');
        await once(server, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } finally {
    socket.destroy();
  }
}
