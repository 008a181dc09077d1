import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchFiles } from '../bench/files/files.ts';
import { benchFidelity } from '../bench/fidelity/fidelity.ts';
import { benchManager } from '../bench/manager.ts';
import { benchMirror } from '../bench/mirror/mirror.ts';
import type { BenchOptions } from '../bench/options.ts';
import { benchPopup } from '../bench/popup/popup.ts';
import { benchQueue } from '../bench/queue/queue.ts';
import { benchRecording } from '../bench/recording/recording.ts';
import type { Row } from '../bench/row.ts';
import { benchScreen } from '../bench/screen/screen.ts';
import { benchSession } from '../bench/session.ts';
import { table } from '../bench/table.ts';

// npm run bench -- NAME… [--json FILE] [--only PATTERN] [--pair CUSTOMER-HOST] [--real]: benchmarks with their
// peers in the same run; --only names pages of fidelity or suites of mirror, screen and recording, the last two are
// fidelity's.
// A missed goal is a line of the table; only a benchmark that breaks is a failure.

type Bench = (say: (line: string) => void, options: BenchOptions) => Promise<Row[]>;
const benches: Record<string, Bench> = {
  session: benchSession,
  fidelity: benchFidelity,
  mirror: benchMirror,
  manager: benchManager,
  screen: benchScreen,
  queue: benchQueue,
  popup: benchPopup,
  recording: benchRecording,
  files: benchFiles,
};

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      only: { type: 'string' },
      pair: { type: 'string' },
      real: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !(name in benches));
  if (positionals.length === 0 || unknown.length > 0) {
    throw new Error(`Usage: npm run bench -- NAME… [--json FILE]. Names: ${Object.keys(benches).join(', ')}`);
  }
  const options: BenchOptions = {
    real: values.real,
    ...(values.only === undefined ? {} : { only: new RegExp(values.only, 'i') }),
    ...(values.pair === undefined ? {} : { pair: values.pair }),
  };
  const rows: Row[] = [];
  say(`${cpus().length} cores, load ${load()}`);
  for (const name of positionals) rows.push(...((await benches[name]?.(say, options)) ?? []));
  say(`load ${load()} at the end\n`);
  say(table(rows));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** Of the last minute; above the number of cores the figures are not to be trusted. */
function load(): string {
  return (loadavg()[0] ?? NaN).toFixed(2);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
