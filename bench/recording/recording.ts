import { openDisplay } from '../../test/support/display.ts';
import { openTheatre } from '../mirror/theatre.ts';
import type { BenchOptions } from '../options.ts';
import { buildRig } from '../rig/build.ts';
import { startRigServer } from '../rig/server.ts';
import type { Row } from '../row.ts';
import { makingRows } from './making-rows.ts';
import { playingRows } from './playing-rows.ts';

/** What a recording takes, and how soon it is there. The relay's pages must be built. */
export async function benchRecording(say: (line: string) => void, { only }: BenchOptions): Promise<Row[]> {
  const display = await openDisplay('1500x1000');
  try {
    const rows: Row[] = [];
    if (!only || only.test('playing')) rows.push(...(await playingRows(display.name, say)));
    if (only && !only.test('making')) return rows;
    say('recording: building…');
    const built = await buildRig();
    const server = await startRigServer(built.folder);
    const theatre = await openTheatre(server, built.folder, display.name);
    try {
      return [...rows, ...(await makingRows(theatre))];
    } finally {
      await theatre.close();
      await server.close();
      built.remove();
    }
  } finally {
    await display.close();
  }
}
