import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { BrowserKind } from '../support/test-browser.ts';

interface Outcome {
  name: string;
  error: string | null;
  ms: number;
}

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

/** Opens the page that runs all cases by itself, and only listens: whatever asked it something would lend it a gesture. */
async function runAll(kind: BrowserKind): Promise<Outcome[]> {
  const browser = await launchBrowser(kind, { display: inject('display'), blocksPopups: true });
  try {
    const page = await browser.open('about:blank');
    const outcomes: Outcome[] = [];
    const done = new Promise<void>((resolve) => {
      page.on('console', (message) => {
        if (!message.text().startsWith('control ')) return;
        const said = JSON.parse(message.text().slice('control '.length)) as Outcome | 'done';
        if (said === 'done') resolve();
        else outcomes.push(said);
      });
    });
    const { BESIDE_CASE: only } = process.env;
    await page.goto(`${server.url}/test/lab/control/${only ? `?only=${encodeURIComponent(only)}` : ''}`);
    await done;
    return outcomes;
  } finally {
    await browser.close();
  }
}

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  test('a host without a gesture of its own does on real sites what a hand does', async () => {
    const outcomes = await runAll(kind);
    for (const { name, error, ms } of outcomes) console.info(`${kind} ${ms} ms ${name}${error ? ` FAILED ${error}` : ''}`);
    expect(outcomes.filter(({ error }) => error)).toEqual([]);
    expect(outcomes.length).toBeGreaterThanOrEqual(31);
  });
});
