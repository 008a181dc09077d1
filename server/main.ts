import process from 'node:process';
import { createApp } from './app.ts';
import { createDeps } from './create-deps.ts';
import { readEnvironment } from './environment.ts';
import { freePort } from './free-port.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';

const read = readEnvironment(process.env);
if (!read.ok) {
  console.error(`${read.variable} is not understood; see the table in the README.`);
  process.exit(2);
}
const { environment } = read;
const log = createLog(environment.logLevel);
const port = environment.port || (await freePort());
const deps = await createDeps(environment, port, log);
const relay = createApp(deps);
const listening = await listen(relay, port, deps.limits);
log.info({ port, publicUrl: deps.settings.publicOrigins[0] }, 'listening');

const graceMs = 900;
let stopping = false;

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(0), graceMs).unref();
  await listening.stop();
  await deps.store.close();
  process.exit(0);
}

process.on('SIGTERM', (signal) => void stop(signal));
process.on('SIGINT', (signal) => void stop(signal));
