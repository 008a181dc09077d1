import { openDisplay } from '../../test/support/display.ts';
import type { BenchOptions } from '../options.ts';
import { buildRig } from '../rig/build.ts';
import { startRigServer } from '../rig/server.ts';
import type { Row } from '../row.ts';
import { followRows } from './follow-rows.ts';
import { joinRows, joinSizes } from './join-rows.ts';
import { operationRows } from './operation-rows.ts';
import { sessionRows } from './session-rows.ts';
import { openTheatre, type Theatre } from './theatre.ts';
import { todoRows } from './todo-rows.ts';

type Suite = (theatre: Theatre, say: (line: string) => void) => Promise<Row[]>;

const suites: Record<string, Suite> = {
  ...Object.fromEntries(
    joinSizes.map((size): [string, Suite] => [`join ${size.nodes / 1_000}k`, (theatre) => joinRows(theatre, size)]),
  ),
  follow: followRows,
  session: sessionRows,
  operations: operationRows,
  todo: todoRows,
};

/** Ours with all its steps against plain rrweb, Chromium on both sides, both over the same WebSocket. */
export async function benchMirror(say: (line: string) => void, { only }: BenchOptions): Promise<Row[]> {
  say('mirror: building…');
  const built = await buildRig();
  const server = await startRigServer(built.folder);
  const display = await openDisplay('1500x1000');
  const theatre = await openTheatre(server, built.folder, display.name);
  const rows: Row[] = [];
  try {
    for (const [name, suite] of Object.entries(suites)) {
      if (only && !only.test(name)) continue;
      const began = performance.now();
      rows.push(...(await suite(theatre, say)));
      say(`mirror: ${name} in ${Math.round((performance.now() - began) / 1_000)} s`);
    }
    return rows;
  } finally {
    await theatre.close();
    await display.close();
    await server.close();
    built.remove();
  }
}
