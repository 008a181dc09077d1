import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { makeHost } from '../support/make-host.ts';
import { screenshot } from '../support/screenshot.ts';
import {
  addAssistant,
  breakMedia,
  devicesOn,
  hears,
  listen,
  person,
  signs,
  voicePeers,
  watchMedia,
} from '../support/story/calls.ts';
import { join, joinWithExtension } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import { seesMoving } from '../support/story/screens.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
const anna = 'Anna Host';
const jan = 'Jan Novák';

async function faultsOf(page: Page, name: string): Promise<string[]> {
  if (pictures) await screenshot(page, pictures, `calls-${name}`);
  return axeFaults(page);
}
const allOff = (page: Page) => waitFor('all devices to be off', async () => (await devicesOn(page)).length === 0);
const rings = (page: Page) => waitFor('the ring', () => page.$('[data-call="rung"]'));

describe('between Chromium’s host and Firefox’s customer', () => {
  let relay: LocalRelay;
  let host: TestBrowser;
  let customer: TestBrowser;
  let console: Page;
  let assist: Page;
  beforeAll(async () => {
    [relay, host, customer] = await Promise.all([
      startLocalRelay({ port: lane().relayPort, limits: { repairMs: 1_000 } }),
      launchWithExtension('chromium', { fakesDevices: true }),
      launchWithExtension('firefox'),
    ]);
    await signInDirectly(host, relay.url, await makeHost(relay.deps, { name: anna }));
    const desk = await startSession(host, await host.open(relay.url));
    console = desk.console;
    assist = await joinWithExtension(customer, relay.url, desk.number, jan);
    await press(console, 'Admit');
    await seesText(assist, `${anna} is helping you`);
    await Promise.all([watchMedia(console), watchMedia(assist)]);
  });
  afterAll(() => Promise.all([host.close(), customer.close(), relay.end()]));

  test('it rings with the microphone off, and a no ends it', async () => {
    await press(console, 'Call');
    await rings(assist);
    await seesText(assist, `${anna} is calling you`);
    await new Promise((resolve) => setTimeout(resolve, limits.answerArmedAfterMs + 300));
    expect([...(await faultsOf(assist, 'ring')), ...(await faultsOf(console, 'calling'))]).toEqual([]);
    expect([await devicesOn(console), await devicesOn(assist)]).toEqual([['audio'], []]);
    await press(assist, 'Decline');
    await seesText(console, 'The call was declined.');
    await Promise.all([allOff(console), allOff(assist)]);
  });

  test('without an answer the call ends after its time, and is told as missed', async () => {
    await press(console, 'Call');
    await rings(assist);
    relay.advance(limits.ringWithinMs);
    await seesText(console, 'Nobody answered the call.');
    await seesText(assist, `Missed call from ${anna}`);
    await Promise.all([allOff(console), allOff(assist)]);
  });

  test('a video call sounds and moves on both sides', async () => {
    await press(assist, 'Video call');
    await rings(console);
    // Firefox plays nothing at all on a machine without a sound card; Chromium plays it to nobody.
    await waitFor('the ring to sound', () => console.$('[data-ring="sounding"]'));
    await press(console, 'Answer with video');
    await Promise.all([hears(console), hears(assist)]);
    await Promise.all([seesMoving(console, person(jan)), seesMoving(assist, person(anna))]);
    await Promise.all(
      [console, assist].map((page, index) =>
        waitFor('the sign of speech', async () => (await signs(page, index === 0 ? jan : anna)).speaking === 'true'),
      ),
    );
    expect([...(await faultsOf(assist, 'video')), ...(await faultsOf(console, 'video'))]).toEqual([]);
  });

  test('who is muted is silent, and who turns the camera off sends nothing and has it closed', async () => {
    await press(console, 'Mute');
    await waitFor('the sign', async () => (await signs(assist, anna)).microphone === 'muted');
    await waitFor('silence', async () => (await listen(assist)).voices === 0);
    await press(assist, 'Turn the camera off');
    await waitFor('the picture to go', async () => !(await signs(console, jan)).picture);
    expect(await devicesOn(assist)).toEqual(['audio']);
    // One that was under way may still come.
    await waitFor('the frames to end', async () => (await listen(console)).frames === 0);
    expect([...(await faultsOf(assist, 'muted')), ...(await faultsOf(console, 'muted'))]).toEqual([]);
    await press(console, 'Unmute');
    await press(assist, 'Turn the camera on');
    await hears(assist);
    await seesMoving(console, person(jan));
  });

  test('a connection that breaks comes back, and the call goes on', async () => {
    expect(await breakMedia(console)).toBe(1);
    await Promise.all([hears(console), hears(assist)]);
    await seesMoving(assist, person(anna));
  });

  test('after a reload one click leads back, and none is taken for granted', async () => {
    await reload(console);
    await seesText(console, 'You were in a call.');
    await watchMedia(console);
    await waitFor('the other side to know', async () => (await signs(assist, anna)).microphone === 'wait');
    expect(await devicesOn(console)).toEqual([]);
    expect(await faultsOf(console, 'rejoin')).toEqual([]);
    await press(console, 'Come back with voice');
    await Promise.all([hears(console), hears(assist)]);
  });

  test('a second host joins, is heard by both, and leaves; nothing of it interrupts the others', async () => {
    const second = await launchWithExtension('chromium', { fakesDevices: true });
    try {
      const before = await Promise.all([voicePeers(console), voicePeers(assist)]);
      const eva = await addAssistant(relay, console, second, 'Eva Second');
      await seesText(eva, 'In a call:');
      await watchMedia(eva);
      expect(await faultsOf(eva, 'others')).toEqual([]);
      await press(eva, 'Join with voice');
      const all = { Eva: eva, Anna: console, Jan: assist };
      await Promise.all(Object.entries(all).map(([who, page]) => hears(page, 2, who)));
      expect([...(await faultsOf(assist, 'three')), ...(await faultsOf(console, 'three'))]).toEqual([]);
      await press(eva, 'Hang up');
      await Promise.all([hears(console), hears(assist)]);
      // The connections of those who were there are the same ones.
      expect(await Promise.all([voicePeers(console), voicePeers(assist)])).toEqual(before);
      await press(console, 'Hang up');
      await seesText(assist, 'The call is over.');
      await Promise.all([allOff(console), allOff(assist)]);
    } finally {
      await second.close();
    }
  });
});

test('Firefox’s host and a customer of the join page, through the relay’s own TURN', async () => {
  const [relay, host, customer] = await Promise.all([
    startLocalRelay({ port: lane().relayPort, env: { BESIDE_PEER_TO_PEER: 'off' } }),
    launchWithExtension('firefox'),
    launchBrowser('chromium', { display: lane().display, fakesDevices: true }),
  ]);
  try {
    await signInDirectly(host, relay.url, await makeHost(relay.deps, { name: anna }));
    const { console, number } = await startSession(host, await host.open(relay.url));
    const joined = await customer.open(relay.url);
    await join(joined, number, jan);
    await press(console, 'Admit');
    await seesText(joined, `${anna} is helping you`);
    await Promise.all([watchMedia(console), watchMedia(joined)]);

    // Trying devices is a matter of one's own. Behind another window its timers would run once a second.
    await joined.bringToFront();
    await press(joined, 'Microphone and camera');
    await press(joined, 'Try the microphone');
    await press(joined, 'Try the camera');
    await seesMoving(joined, '.call-devices');
    await waitFor('the meter to move', () =>
      joined.evaluate(() => Number(document.querySelector('[role="meter"]')?.ariaValueNow) > 5),
    );
    expect(await faultsOf(joined, 'devices')).toEqual([]);
    await pressIn(joined, '.call-devices', 'Close');
    await allOff(joined);

    await press(joined, 'Call');
    await rings(console);
    await press(console, 'Answer with voice');
    await Promise.all([hears(console), hears(joined)]);
    await press(joined, 'Turn the camera on');
    await seesMoving(console, person(jan));
    expect(await faultsOf(joined, 'join-page')).toEqual([]);
    await joined.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await faultsOf(joined, 'dark')).toEqual([]);
    await press(joined, 'Hang up');
    await seesText(console, 'The call is over.');
    await Promise.all([allOff(console), allOff(joined)]);
  } finally {
    await Promise.all([host.close(), customer.close(), relay.end()]);
  }
});
