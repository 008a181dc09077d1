import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { survives } from '../support/flooded.ts';
import { openLab, startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { TestBrowser } from '../support/test-browser.ts';

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('in %s, a page', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(kind, { display: lane().display });
    page = await browser.open(server.url);
    await openLab(page, server);
    await page.evaluate(async () => void (window.player = await window.lab.openPlayer()));
  });
  afterAll(() => browser.close());

  test.each([
    'a million nodes in one',
    'one sheet of 50 MB',
    'a million nodes in pieces',
    '50 MB of style sheets',
  ] as const)('of %s is cut and told, and does not hold up the host', async (name) => {
    const { told } = await survives(page, name);
    expect(told.length).toBeGreaterThan(0);
    expect(['page-too-large', 'too-busy']).toEqual(expect.arrayContaining(told));
  });

  test('of 100,000 nodes is shown whole', async () => {
    const { told, nodes } = await survives(page, '100,000 nodes');
    expect(told).toEqual([]);
    expect(nodes).toBeGreaterThan(50_000);
  });
});
