import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createDeps } from '../../server/create-deps.ts';
import type { Deps } from '../../server/deps.ts';
import { readEnvironment } from '../../server/environment.ts';
import { freePort } from '../../server/free-port.ts';
import { createLog } from '../../server/log.ts';
import { makeHost, type NewTestHost, type TestHost } from './make-host.ts';

export interface RelayOptions {
  /** 0, or left out: any that is free. */
  port?: number;
  /** Folder of the embedded store; left out: a new one, removed by `stop`. */
  data?: string;
  env?: Record<string, string>;
}

export interface TestRelay {
  /** `http://localhost:PORT` */
  url: string;
  port: number;
  data: string;
  /** Of the process that runs now. */
  readonly pid: number;
  /** All that it has written so far. */
  output(): string;
  /** Works in its store and blobs, beside it. */
  withDeps<T>(work: (deps: Deps) => Promise<T>): Promise<T>;
  /** A host ready to sign in, with a bearer token; made in the store, not over the network. */
  addHost(host?: NewTestHost): Promise<TestHost>;
  /** Ends the process by this signal and waits until it is gone; gives its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** The same relay again, on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** The real relay, as a process of its own. */
export async function startRelay(options: RelayOptions = {}): Promise<TestRelay> {
  const port = options.port || (await freePort());
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'beside-relay-'));
  const env = {
    BESIDE_PORT: String(port),
    BESIDE_DATA: data,
    // All tests share one address.
    BESIDE_JOINS_PER_MINUTE: '10000',
    ...options.env,
  };
  let output = '';
  let child = await launch().catch((error: unknown) => {
    if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    throw error;
  });

  async function launch(): Promise<ChildProcess> {
    const started = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ready = Promise.withResolvers<void>();
    createInterface(started.stdout).on('line', (line) => {
      output += `${line}\n`;
      if (line.includes('"listening"')) ready.resolve();
    });
    started.once('exit', () => ready.reject(new Error(`The relay did not start:\n${output}`)));
    await ready.promise;
    return started;
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  }

  async function withDeps<T>(work: (deps: Deps) => Promise<T>): Promise<T> {
    const read = readEnvironment(env);
    if (!read.ok) throw new Error(read.variable);
    const deps = await createDeps(read.environment, port, createLog('error'));
    try {
      return await work(deps);
    } finally {
      await deps.store.close();
    }
  }

  return {
    url: `http://localhost:${port}`,
    port,
    data,
    get pid() {
      return child.pid ?? 0;
    },
    output: () => output,
    withDeps,
    addHost: (host) => withDeps((deps) => makeHost(deps, host)),
    end,
    async restart() {
      child = await launch();
    },
    async stop() {
      await end('SIGTERM');
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
