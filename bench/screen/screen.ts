import type { BenchOptions } from '../options.ts';
import type { Row } from '../row.ts';
import { type Cast, castOf } from './cast.ts';
import { clickRows } from './click-rows.ts';
import { glassRows } from './glass-rows.ts';
import { openStage, type Stage } from './stage.ts';

type Suite = (stage: Stage, cast: Cast, say: (line: string) => void) => Promise<Row[]>;
const suites: Record<string, Suite> = { glass: glassRows, click: clickRows };

/** The real product shows a screen, Chromium on both sides; beside it others that do. */
export async function benchScreen(say: (line: string) => void, { only }: BenchOptions): Promise<Row[]> {
  const stage = await openStage(say);
  const rows: Row[] = [];
  try {
    const cast = await castOf(stage);
    for (const [name, suite] of Object.entries(suites)) {
      if (only && !only.test(name)) continue;
      say(`screen: ${name}…`);
      rows.push(...(await suite(stage, cast, say)));
    }
    return rows;
  } finally {
    await stage.close();
  }
}
