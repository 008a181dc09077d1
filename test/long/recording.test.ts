import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordingListSchema } from '../../shared/protocol/playback.ts';
import { call } from '../support/relay-client.ts';
import { screenshot } from '../support/screenshot.ts';
import { type Begun, show } from '../support/story/begin.ts';
import { hears, watchMedia } from '../support/story/calls.ts';
import { factsOf } from '../support/story/facts.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { type Colour, type Half, paint, patchOf } from '../support/story/patch-of-colour.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import { openRecording, seek, shownText, shows } from '../support/story/recording-player.ts';
import { askToSee, openScreenStage, type ScreenStage, view } from '../support/story/screen-stage.ts';
import { seesMoving } from '../support/story/screens.ts';
import { speakAs, tonesIn } from '../support/story/tone.ts';
import { viewRecording } from '../support/view-recording.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
/** Hz: of one side a tone of ours, of the other that of Firefox's own microphone for tests. */
const tones = { chromium: 500, firefox: 1_000 } as const;

describe.each(crossPairsWith('chromium'))('$host host, $customer customer', (pair) => {
  let stage: ScreenStage;
  let story: Begun;
  let recordingId: string;
  /** What stood in the page, and on the desktop, at a moment; ms since 1970. */
  const said: { text: string; at: number }[] = [];
  const painted: { colour: Colour; half: Half; at: number }[] = [];
  beforeAll(async () => {
    stage = await openScreenStage(pair);
    ({ story } = stage);
  });
  afterAll(() => stage.end());

  const keep = async (page: Begun['console'], name: string) => {
    if (pictures) await screenshot(page, pictures, `recording-${pair.host}-${name}`);
  };
  /** In place of what was said before. */
  async function say(text: string): Promise<void> {
    await story.page.evaluate((words) => {
      const line = document.querySelector('#said') ?? document.body.appendChild(document.createElement('p'));
      line.id = 'said';
      line.textContent = words;
    }, text);
    await mirrorShows(story.console, text);
    await sleep(1_000);
    said.push({ text, at: Date.now() });
    await sleep(1_000);
  }
  async function put(colour: Colour, half: Half): Promise<void> {
    await paint(stage.moving.customer, colour, half);
    await sleep(1_500);
    painted.push({ colour, half, at: Date.now() });
    await sleep(1_500);
  }
  async function killTheRelay(meanwhile: () => Promise<void>): Promise<void> {
    await stage.relay.end('SIGKILL');
    await meanwhile();
    await stage.relay.restart();
  }

  test('a page is recorded, then the desktop with both voices, over a relay that is killed in each', async () => {
    await Promise.all([
      ...[story.console, story.assist].map(watchMedia),
      speakAs(pair.host === 'chromium' ? story.console : story.assist, tones.chromium),
    ]);
    await story.page.goto(`${stage.pages.url}/spa/`);
    await show(story, 'Rooms', 'Garden');
    await pressIn(story.console, '.tab-list', 'Session');
    await press(story.console, 'Record session');
    await seesText(story.assist, 'May this session be recorded?');
    await keep(story.assist, 'question');
    await press(story.assist, 'Allow');
    await seesText(story.assist, 'This session is recorded');
    await say('The first words.');
    await killTheRelay(() => say('Without a relay.'));

    // All have to come back to the relay first.
    await press(story.console, 'Call', 30_000);
    await waitFor('the ring', () => story.assist.$('[data-call="rung"]'));
    await press(story.assist, 'Answer with voice');
    await Promise.all([hears(story.console, 1, 'Anna'), hears(story.assist, 1, 'Jan')]);
    await askToSee(stage, 'desktop');
    // Else it is behind the window that was just clicked in.
    await stage.moving.customer.bringToFront();
    await seesMoving(story.console, view('desktop'));
    await keep(story.console, 'console');
    await keep(story.assist, 'assist');
    await put('red', 'left');
    await killTheRelay(() => put('green', 'right'));
    await put('blue', 'left');
    await say('The last words.');

    const about = factsOf(stage.relay.data).filter(({ type }) => type.startsWith('recording.'));
    expect(about.map((fact) => ({ ...fact, recordingId: '' }))).toEqual([
      { type: 'recording.started', recordingId: '', isAutomatic: false },
    ]);
    await pressIn(story.console, '.tab-list', 'Session');
    await keep(story.console, 'session');
    await press(story.console, 'Stop recording');
    await seesText(story.console, 'Record session');
    const { account } = story;
    const list = await call(stage.relay.url, 'GET', '/api/playback', { token: account.bearer });
    const [row] = v.parse(recordingListSchema, await list.json()).rows;
    recordingId = row?.recordingId ?? '';
    const { manifest } = await waitFor('all that was recorded', async () => {
      const found = await viewRecording(stage.relay.url, account.bearer, recordingId);
      return found.manifest.endedAt !== null && found;
    });
    expect(manifest.tracks.map(({ kind, isWhole }) => `${kind} ${isWhole}`).toSorted()).toEqual([
      'call true',
      'page true',
      'screen true',
    ]);
  });

  test.each(['host', 'admin'] as const)(
    'the %s sees the page and the desktop as they were at each moment, and hears both',
    async (who) => {
      const admin = who === 'admin' ? await stage.relay.addHost({ name: 'Ada Admin', admin: true }) : null;
      const { manifest } = await viewRecording(stage.relay.url, story.account.bearer, recordingId);
      // The admin looks with the other browser.
      const browser = admin ? stage.customer : stage.host;
      const page = await openRecording(browser, stage.relay.url, admin ?? story.account, recordingId);
      for (const { text, at } of said.toReversed()) {
        await seek(page, at - manifest.startedAt);
        await shows(page, text);
        for (const other of said) if (other.text !== text) expect(await shownText(page)).not.toContain(other.text);
      }
      const places = new Map<Half, number>();
      for (const { colour, half, at } of painted.toReversed()) {
        await seek(page, at - manifest.startedAt);
        const { x } = await waitFor(`a ${colour} patch`, async () => {
          const patch = await patchOf(page);
          return patch?.colour === colour && patch;
        });
        await keep(page, `${who}-${colour}`);
        places.set(half, x);
      }
      // The window takes a good part of the desktop.
      expect((places.get('right') ?? 0) - (places.get('left') ?? 1)).toBeGreaterThan(0.05);
      // And on by itself, from the first to the next.
      await press(page, 'Play');
      await waitFor('the next patch', async () => (await patchOf(page))?.colour === 'green', 20_000);
      const track = manifest.tracks.find(({ kind }) => kind === 'call');
      const address = `/api/playback/${recordingId}/tracks/${track?.trackId}/media`;
      const heard = await tonesIn(page, address, [tones.chromium, tones.firefox, 750]);
      expect(heard[0]).toBeGreaterThan(0.7);
      expect(heard[1]).toBeGreaterThan(0.7);
      expect(heard[2]).toBeLessThan(0.05);
      await page.close();
    },
  );
});
