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

/**
 * Serious and critical accessibility faults of a page as it stands, one line each: `rule: help (first element)`.
 * `rules`: only these.
 */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated by the debugger, so that the page's content security policy does not matter.
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(source);
  // Half-way from one colour to another nothing need be legible.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const json = await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(JSON.stringify)`);
  const { violations } = v.parse(v.pipe(v.string(), v.parseJson(), resultSchema), json);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html ?? ''})`);
}
