import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../server/free-port.ts';

export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

const versions = '/usr/lib/postgresql';

function binaries(): string {
  const found = existsSync(versions) ? readdirSync(versions) : [];
  const newest = found
    .filter((version) => existsSync(join(versions, version, 'bin/initdb')))
    .sort((one, other) => Number(other) - Number(one))[0];
  if (newest === undefined) throw new Error('The store is tested on Postgres too: apt-get install postgresql');
  return join(versions, newest, 'bin');
}

function idOf(user: string, which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, user], { encoding: 'utf8' }));
}

/** A private cluster in a folder of its own, gone after `stop`. Postgres refuses to run as root. */
export async function startPostgres(): Promise<Postgres> {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'beside-postgres-'));
  const asOther = process.getuid?.() === 0 ? { uid: idOf('postgres', '-u'), gid: idOf('postgres', '-g') } : {};
  if (asOther.uid !== undefined) chownSync(folder, asOther.uid, asOther.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const own = { ...asOther, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'beside', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...own,
    stdio: 'pipe',
  });
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, shared_buffers: '16MB' };
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...own, stdio: 'ignore' },
  );
  const url = `postgres://beside@127.0.0.1:${port}/postgres`;
  await answers(url);
  return {
    url,
    async stop() {
      if (server.exitCode === null) {
        server.kill('SIGINT');
        await once(server, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
}
