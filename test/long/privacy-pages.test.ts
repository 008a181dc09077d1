import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { openLab, startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

test.each(['chromium', 'firefox'] as const)('10,000 random pages tell no secret in %s', async (kind) => {
  const browser = await launchBrowser(kind, { display: lane().display });
  try {
    const page = await browser.open(server.url);
    await openLab(page, server);
    for (let round = 0; round < 100; round++) {
      const level = ['open', 'assist', 'strict'][round % 3];
      const told = await page.evaluate(`import('/test/lab/privacy-pages.ts').then(({ checkRandomPages }) => {
        try { checkRandomPages('${level}', 100); return null; } catch (error) { return String(error).slice(0, 5000); }
      })`);
      expect(told).toBe(null);
    }
  } finally {
    await browser.close();
  }
});
