import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import type { Page } from 'puppeteer';
import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';
import { openLab, startLabServer, type LabServer } from '../support/lab-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { isThorough, kindsOf } from '../support/story/pairs.ts';
import { waitFor } from '../support/wait-for.ts';
import type { TestBrowser } from '../support/test-browser.ts';

let server: LabServer;
beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.close());

interface Answer {
  planted: number;
  never: string[];
  other: string[];
  /** Of those that stand in the page for all to see. */
  lost: string[];
  /** On the wire, in all. */
  elements: number;
  /** In a recording of it. */
  recorded: Pick<Answer, 'never' | 'other' | 'elements'>;
}

/** Plays the page of planted secrets to a host and looks for each of them in all that left. */
function leaksOf(page: Page, level: PrivacyPolicy['level']): Promise<Answer> {
  // As text: a function would be rewritten by the test runner.
  return page.evaluate(`(async () => {
    const { channels, leakPage, leaksIn, playLeakPage, rawText } = await import('/test/fixtures/leaks/leak-page.ts');
    const { defaultPrivacyPolicy } = await import('/shared/protocol/privacy-policy.ts');
    const { createPageTrack } = await import('/shared/browser/recording/page-track.ts');
    const { createPageWriter } = await import('/shared/browser/playback/json/write-pages.ts');
    const policy = { ...defaultPrivacyPolicy, level: '${level}' };
    const session = await window.lab.openSession(leakPage(), { policy });
    const { page, customerLink } = session;
    const ends = () => session.wire().split('"tagName":"hr"').length - 1;
    const until = async (check) => {
      for (const end = performance.now() + 60_000; !check();) {
        if (performance.now() > end) throw new Error('not so: ' + check);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await playLeakPage(page.doc, page.win);
    // On the wire, not in the mirror: what counts is what left.
    await until(() => ends() > 0);
    const before = ends();
    customerLink.freshen();
    await until(() => ends() > before);
    const told = (text) => {
      const leaks = leaksIn(text);
      const names = (kind) => leaks.filter((leak) => leak.kind === kind).map(({ name }) => name);
      return { never: names('never'), other: names('other'), elements: text.split('"tagName"').length - 1 };
    };
    const present = new Set(leaksIn(rawText(page.doc)).map(({ name }) => name));
    const lost = channels.filter(({ name }) => !present.has(name)).map(({ name }) => name);
    const records = [];
    const track = createPageTrack({ now: () => records.length, add: (record) => records.push(record), end() {} });
    track.seen(1);
    for (const { channel, message } of customerLink.sent) track.heard(1, channel, message);
    let text = '{';
    const write = createPageWriter((piece) => (text += piece));
    write({ type: 'track', startsAt: 0 });
    for (const bytes of records) write({ type: 'bytes', bytes });
    write({ type: 'end', endsAt: records.length });
    write({ type: 'complete' });
    const answer = { planted: channels.length, lost, ...told(session.wire()), recorded: told(text) };
    session.close();
    return answer;
  })()`) as Promise<Answer>;
}

describe.each(kindsOf('chromium'))('in %s', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(kind, { display: lane().display });
    page = await browser.open(server.url);
    await openLab(page, server);
  });
  afterAll(() => browser.close());

  test.each([
    ['open', Infinity],
    ['assist', 10],
    ['strict', 0],
  ] as const)('of all planted secrets none that nobody may see leaves at the level %s', async (level, most) => {
    const { planted, lost, recorded, ...sent } = await leaksOf(page, level);
    expect(planted).toBeGreaterThanOrEqual(150);
    // The page does hold them, but those in places where nothing can look.
    expect(lost.length, lost.join()).toBeLessThan(6);
    for (const { never, other, elements } of [sent, recorded]) {
      expect(elements).toBeGreaterThan(500);
      expect(never).toEqual([]);
      expect(other.length, other.join()).toBeLessThanOrEqual(most);
    }
  });

  test('one letter and 64 typed with real keys leave the same bytes', async () => {
    const wires = new Set<string>();
    const kinds = ['<input id="t">', '<input id="t" type="password">', '<textarea id="t" rows="1"></textarea>'];
    for (const html of [
      ...kinds,
      '<div id="t" contenteditable style="width:99px;overflow:auto;white-space:nowrap"></div>',
    ]) {
      wires.clear();
      for (const length of isThorough ? [1, 9, 64] : [1, 64]) {
        await page.evaluate(async (markup) => {
          window.session = await window.lab.openSession(`${markup}<p>x</p>`);
          const { doc, win } = window.session.page;
          win.focus();
          doc.querySelector<HTMLElement>('#t')?.focus();
        }, html);
        const seen = (check: string) =>
          waitFor(check, () => page.evaluate(`Boolean(((now) => ${check})(window.session.mirror()))`), 30_000);
        await seen(`now.querySelector('#t[data-beside-focus]')`);
        const before = await page.evaluate(() => window.session.wire().length);
        await page.keyboard.type('abcdefghij klmnopqrstuvwxyz'.repeat(3).slice(0, length));
        await seen(`/\\*/.test(now.querySelector('#t').value ?? now.querySelector('#t').textContent)`);
        await page.evaluate(() => {
          const { doc } = window.session.page;
          doc.querySelector('p')?.replaceChildren(doc.createElement('hr'));
        });
        await seen(`now.querySelector('hr')`);
        const wire = await page.evaluate((from) => window.session.wire().slice(from), before);
        await page.evaluate(() => window.session.close());
        wires.add(wire.replace(/"(?:seq|documentId|timestamp)":[^,}]+,?/g, ''));
      }
      expect([...wires], html).toHaveLength(1);
    }
  });
});
