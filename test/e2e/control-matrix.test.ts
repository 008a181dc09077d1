import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { caseNames } from '../lab/control/case-names.ts';
import { startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { BrowserKind } from '../support/test-browser.ts';

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

/** Opens the page that runs all cases by itself, and only listens: whatever asked it something would lend it a gesture. */
async function runAll(kind: BrowserKind): Promise<Map<string, string | null>> {
  const browser = await launchBrowser(kind, { display: inject('display'), blocksPopups: true });
  try {
    const page = await browser.open('about:blank');
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
  } finally {
    await browser.close();
  }
}

describe.each(['chromium', 'firefox'] as const)('in %s, by a host without a gesture,', (kind) => {
  let errors: ReadonlyMap<string, string | null>;
  beforeAll(async () => {
    errors = await runAll(kind);
  });

  test.each(caseNames)('%s', (name) => {
    expect(errors.get(name), 'not run').not.toBe(undefined);
    expect(errors.get(name)).toBe(null);
  });
});
