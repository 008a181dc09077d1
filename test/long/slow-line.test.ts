import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Coturn, startCoturn } from '../support/coturn.ts';
import { type Display, openDisplay } from '../support/display.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { openSlowLine, type SlowLine } from '../support/slow-line.ts';
import { begin } from '../support/story/begin.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import { beBusy, longestStill, openMovingWindow, openTab, row, seesMoving } from '../support/story/screens.ts';

const lookMs = 30_000;
let relay: TestRelay;
let pages: FixtureServer;
let coturn: Coturn;
let line: SlowLine;
let displays: Display[];

beforeAll(async () => {
  coturn = await startCoturn();
  line = await openSlowLine(coturn.port, { loss: 0.05, bitsPerSecond: 600_000, queueMs: 300 });
  relay = await startRelay({
    port: lane().relayPort,
    env: {
      // No way for media but this one.
      BESIDE_PEER_TO_PEER: 'off',
      BESIDE_TURN_URLS: `turn:127.0.0.1:${line.port}?transport=udp`,
      BESIDE_TURN_SECRET: coturn.secret,
    },
  });
  pages = await startFixtureServer();
  displays = await Promise.all([openDisplay('1366x860'), openDisplay('1366x860')]);
});
afterAll(async () => {
  line.close();
  await Promise.all([relay.stop(), pages.close(), coturn.stop(), ...displays.map((display) => display.close())]);
});

test.each(['chromium', 'firefox'] as const)(
  'over a line of 600 kbit/s that loses one datagram in twenty the screen of a customer in %s never stands still for more than 2 s',
  async (kind) => {
    const [hosts, customers] = displays.map(({ name }) => ({ display: name, capturesWindow: 'Moving window' }));
    const [host, customer] = await Promise.all([
      launchWithExtension('chromium', hosts),
      launchWithExtension(kind, customers),
    ]);
    try {
      const { console, assist } = await begin({ relay, host, customer, at: 'about:blank' });
      const moving = await openMovingWindow(customer, pages.url);
      await openTab(console, 'desktop');
      await pressIn(console, row('theirs', 'desktop'), 'Request view');
      await seesText(assist, 'see a screen of yours?');
      await moving.bringToFront();
      await press(assist, 'Allow');
      const view = '.screen-view[data-surface="desktop"]';
      await seesMoving(console, view);
      expect(await longestStill(console, view, lookMs)).toBeLessThan(2_000);
      // More than the line can carry, all the time.
      await beBusy(moving);
      const before = line.sent();
      expect(await longestStill(console, view, lookMs)).toBeLessThan(2_000);
      const { through, lost } = line.sent();
      expect((lost - before.lost) / (through + lost - before.through - before.lost)).toBeGreaterThan(0.03);
    } finally {
      await Promise.all([host.close(), customer.close()]);
    }
  },
);
