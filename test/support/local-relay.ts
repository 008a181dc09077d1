import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type RelayApp } from '../../server/app.ts';
import { createDeps } from '../../server/create-deps.ts';
import type { Deps } from '../../server/deps.ts';
import { readEnvironment } from '../../server/environment.ts';
import { freePort } from '../../server/free-port.ts';
import type { RelayLimits } from '../../server/limits/relay-limits.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { createLog } from '../../server/log.ts';

export interface LocalRelay extends Listening {
  url: string;
  deps: Deps;
  relay: RelayApp;
  /** All that was logged, down to debug. */
  logged(): string;
  /** Moves the relay's clock. */
  advance(ms: number): void;
  /** Another instance beside it: same store and bus, a port of its own; left out: any that is free. */
  another(port?: number): Promise<{ url: string; listening: Listening }>;
  end(): Promise<void>;
}

export interface LocalOptions {
  /** Left out: any that is free. */
  port?: number;
  limits?: Partial<RelayLimits>;
  env?: Record<string, string>;
  folders?: Deps['settings']['folders'];
}

/** The relay in this process, listening on a real port, with limits and a clock that tests may move. */
export async function startLocalRelay({
  limits = {},
  env = {},
  folders,
  port: wanted,
}: LocalOptions = {}): Promise<LocalRelay> {
  const data = mkdtempSync(join(tmpdir(), 'beside-local-'));
  const read = readEnvironment({ BESIDE_DATA: data, BESIDE_JOINS_PER_MINUTE: '10000', ...env });
  if (!read.ok) throw new Error(read.variable);
  const port = wanted ?? (await freePort());
  let logged = '';
  let shift = 0;
  const log = createLog('debug', { write: (line) => void (logged += line) });
  const bugs: unknown[] = [];
  const base = await createDeps(read.environment, port, log);
  const deps: Deps = {
    ...base,
    settings: { ...base.settings, folders: folders ?? base.settings.folders },
    limits: { ...base.limits, ...limits },
    now: () => Date.now() + shift,
    report: (error) => bugs.push(error),
  };
  const relay = createApp(deps);
  const listening = await listen(relay, port, deps.limits);
  const others: Listening[] = [];
  return {
    ...listening,
    url: `http://localhost:${port}`,
    deps,
    relay,
    logged: () => logged,
    advance: (ms) => void (shift += ms),
    async another(ownPort = 0) {
      const second = await listen(createApp(deps), ownPort, deps.limits);
      others.push(second);
      return { url: `http://localhost:${second.port}`, listening: second };
    },
    async end() {
      for (const one of [...others, listening]) await one.kill();
      await deps.store.close();
      rmSync(data, { recursive: true, force: true });
      if (bugs.length > 0) throw bugs[0];
    },
  };
}
