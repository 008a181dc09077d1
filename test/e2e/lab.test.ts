import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { openLab, startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

test.each(['chromium', 'firefox'] as const)('a page is mirrored without an extension in %s', async (kind) => {
  const browser = await launchBrowser(kind, { display: lane().display });
  try {
    const page = await browser.open(server.url);
    await openLab(page, server);
    const mirrored = await page.evaluate(async () => {
      window.session = await window.lab.openSession('<h1>Hello</h1>');
      return window.session.mirror().body.textContent;
    });
    expect(mirrored).toContain('Hello');
  } finally {
    await browser.close();
  }
});
