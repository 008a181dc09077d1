import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { kindsOf } from '../support/story/pairs.ts';
import type { ExtensionPage, TestBrowser } from '../support/test-browser.ts';

const pages: readonly ExtensionPage[] = ['popup', 'options', 'console', 'assist'];
const builds = { chromium: 'chrome', firefox: 'firefox' } as const;

describe.each(kindsOf('firefox'))('the built extension in %s', (kind) => {
  let tester: TestBrowser;
  beforeAll(async () => {
    tester = await launchBrowser(kind, { display: lane().display, extension: lane().builds[builds[kind]] });
  });
  afterAll(() => tester.close());

  test.each(pages)('says something in its %s page, and that accessibly', async (name) => {
    const page = await tester.openExtensionPage(name);
    await page.waitForFunction(() => document.body.innerText.trim() !== '');
    expect(await axeFaults(page)).toEqual([]);
  });
});
