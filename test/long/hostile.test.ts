import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { adding, changing, marked, pageIds, pageWith, withIds } from '../support/hostile-page.ts';
import { hostileStyleChanges, hostileVectors } from '../support/hostile-vectors.ts';
import { playMarked, survives, survivesStorm } from '../support/flooded.ts';
import { openLab, startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startListeners, type Listeners } from '../support/listeners.ts';
import { kindsOf } from '../support/story/pairs.ts';
import type { TestBrowser } from '../support/test-browser.ts';

/** Each vector asks for an address of its own, so that many can be in one page. */
const together = 10;

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

describe.each(kindsOf('firefox'))('a hostile page in %s', (kind) => {
  let browser: TestBrowser;
  let listeners: Listeners;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser(kind, { display: lane().display });
    listeners = await startListeners();
    page = await browser.open(server.url);
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
    });
    await openLab(page, server);
    await page.evaluate(async () => void (window.player = await window.lab.openPlayer()));
  });
  afterAll(async () => {
    listeners.close();
    await browser.close();
  });
  beforeEach(() => void (complaints.length = 0));

  const play = (type: 'snapshot' | 'events', events: unknown, mark: string) => playMarked(page, type, events, mark);
  /** Whatever a person could set off. */
  const poke = () =>
    page.evaluate(() => {
      for (const element of window.player.mirror().querySelectorAll<HTMLElement>('body *')) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        if ('requestSubmit' in element) (element as HTMLFormElement).requestSubmit();
      }
    });

  test('runs nothing, asks for nothing and goes nowhere, in whatever way it comes', async () => {
    const vectors = hostileVectors(listeners.http, listeners.tcp);
    expect(vectors.length).toBeGreaterThanOrEqual(100);
    const before = (await browser.browser.pages()).length;
    for (let at = 0; at < vectors.length; at += together) {
      const nodes = vectors.slice(at, at + together).flatMap((vector) => vector.nodes);
      await play('snapshot', pageWith(nodes.map(withIds), `s${at}`), `s${at}`);
      await poke();
      await play('events', [adding(nodes), ...changing(nodes), marked(`c${at}`)], `c${at}`);
      await poke();
    }
    await play('snapshot', pageWith([], 'sheets'), 'sheets');
    await play('events', [...hostileStyleChanges(listeners.http, pageIds), marked('changed')], 'changed');
    // Long enough for a request to be made, were there one.
    await new Promise((resolve) => setTimeout(resolve, 1_000));

    expect(listeners.requests).toEqual([]);
    expect(listeners.connections).toBe(0);
    expect((await browser.browser.pages()).length).toBe(before);
    const seen = await page.evaluate(() => ({
      pwned: [window, window.player.frame.contentWindow, window.player.mirror().defaultView].map(
        (each) => each !== null && 'pwned' in each,
      ),
      at: [location.pathname, window.player.mirror().location.pathname],
      violations: window.player.violations,
      told: window.player.told,
      rebuilds: window.player.host.stats.rebuilds,
    }));
    expect(seen).toEqual({
      pwned: [false, false, false],
      at: ['/test/lab/', '/extension/player/index.html'],
      violations: [],
      told: [],
      rebuilds: 0,
    });
    expect(complaints).toEqual([]);
  });

  test.each([
    ['a tree of 5,000 levels', ['page-too-large']],
    ['50,000 attributes', []],
    ['a bomb of white space', ['page-too-large']],
    ['a bomb of node numbers', ['page-too-large']],
  ] as const)('that is %s does not hold up the host, and the session goes on', async (name, told) => {
    expect((await survives(page, name)).told).toEqual(told);
  });

  test('that changes 10,000 times a second does not hold up the host, and the session goes on', async () => {
    await survivesStorm(page);
  });
});
