import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import * as v from 'valibot';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const resultSchema = v.object({
  violations: v.array(
    v.object({
      id: v.string(),
      impact: v.nullable(v.string()),
      help: v.string(),
      nodes: v.array(v.object({ html: v.string() })),
    }),
  ),
});

/** Serious and critical accessibility faults of a page as it stands, one line each: `rule: help (first element)`. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the page's content security policy does not matter.
  await page.evaluate(source);
  const json = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(JSON.stringify)");
  const { violations } = v.parse(v.pipe(v.string(), v.parseJson(), resultSchema), json);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html ?? ''})`);
}
