import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { caseNames } from '../lab/control/case-names.ts';
import { openLab, startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { TestBrowser } from '../support/test-browser.ts';

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

/** Opens the page that runs all cases by itself, and only listens: whatever asked it something would lend it a gesture. */
async function runAll(page: Page): Promise<Map<string, string | null>> {
  const errors = new Map<string, string | null>();
  const done = new Promise<void>((resolve) => {
    page.on('console', (message) => {
      const [mark, json] = message.text().split(/ (.*)/s);
      if (mark !== 'control' || !json) return;
      const said = JSON.parse(json) as { name: string; error: string | null } | 'done';
      if (said === 'done') resolve();
      else errors.set(said.name, said.error);
    });
  });
  await page.goto(`${server.url}/test/lab/control/`);
  await done;
  return errors;
}

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  let errors: ReadonlyMap<string, string | null>;
  beforeAll(async () => {
    browser = await launchBrowser(kind, { display: lane().display, blocksPopups: true });
    page = await browser.open('about:blank');
    errors = await runAll(page);
  });
  afterAll(() => browser.close());

  test.each(caseNames)('by a host without a gesture, %s', (name) => {
    expect(errors.get(name), 'not run').not.toBe(undefined);
    expect(errors.get(name)).toBe(null);
  });

  test('what no host may press is refused at the pointer, and pressed by the customer who is asked', async () => {
    await openLab(page, server);
    const field = await page.evaluate(() => window.lab.refuseAndAsk());
    expect(field).toMatchObject({ said: 'told: private', isNear: true, lit: 1 });
    // A real press, which only the person at the computer has.
    await page.mouse.click(field.x, field.y);
    const after = await page.evaluate(() => window.lab.afterAsked());
    expect(after).toEqual({ lit: 0, inMirror: 0 });
  });

  test('each sees where the other points, by name, and where they press', async () => {
    await openLab(page, server);
    await page.evaluate(() => window.lab.openForPointers());
    await page.mouse.move(60, 60);
    await page.mouse.down();
    await page.mouse.up();
    const seen = await page.evaluate(() => window.lab.pointers());
    expect(seen.atHost).toEqual({ name: 'Jana Customer', isOver: true, rings: 1 });
    expect(seen.atCustomer).toEqual({ name: 'Petr Host', isOver: true, rings: 1 });
    expect(seen.inMirror).toBe(0);
  });
});
