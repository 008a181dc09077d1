import type { CorpusPage } from './corpus.ts';
import { type Look, lookAt } from './look.ts';
import { openStage, type StageOptions } from './stage.ts';

/** Looks at all pages in turn, by name; one that cannot be opened is said and missing. */
export async function lookAtAll(
  options: StageOptions,
  pages: readonly CorpusPage[],
  say: (line: string) => void,
): Promise<Map<string, Look>> {
  const { customer, hosts, peer, server } = options;
  const began = performance.now();
  const stage = await openStage(options);
  const looks = new Map<string, Look>();
  try {
    for (const page of pages) {
      try {
        looks.set(page.name, await lookAt(stage, server.url, page));
      } catch (error) {
        say(`  ${page.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await stage.close();
  }
  const seconds = Math.round((performance.now() - began) / 1_000);
  say(`fidelity: ${peer}, ${customer} → ${hosts.join(' and ')}: ${looks.size} pages in ${seconds} s`);
  return looks;
}
