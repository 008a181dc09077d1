import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { decodePageTrack } from '../support/recorded-page.ts';
import { startRelay } from '../support/relay.ts';
import { begin, show } from '../support/story/begin.ts';
import { factsOf } from '../support/story/facts.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { seesText } from '../support/story/press.ts';
import { record } from '../support/story/record.ts';
import { readTrack, viewRecording } from '../support/view-recording.ts';

test.each(crossPairsWith('chromium'))(
  '[R6] a $host host whose browser dies has recorded all but the last seconds, and the session goes on',
  async (pair) => {
    const [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
    onTestFinished(async () => void (await Promise.all([relay.stop(), pages.close()])));
    const [host, customer] = await Promise.all([launchWithExtension(pair.host), launchWithExtension(pair.customer)]);
    onTestFinished(async () => void (await Promise.all([host.close(), customer.close()])));
    const story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
    await show(story, 'Rooms', 'Garden');
    await record(story);
    const text = 'Said five seconds before.';
    await story.page.evaluate((said) => document.body.append(` ${said} `), text);
    await mirrorShows(story.console, text);
    await sleep(5_000);
    host.browser.process()?.kill('SIGKILL');

    const { bearer } = await relay.addHost({ admin: true });
    const started = factsOf(relay.data).find(({ type }) => type === 'recording.started');
    const view = await viewRecording(
      relay.url,
      bearer,
      started?.type === 'recording.started' ? started.recordingId : '',
    );
    const track = view.manifest.tracks.find(({ kind }) => kind === 'page');
    expect(track?.isWhole).toBe(true);
    const { said } = decodePageTrack(await readTrack(view, track?.trackId ?? ''));
    expect(said.map(({ json }) => json).join('\n')).toContain(text);
    await seesText(story.assist, 'Anna Host is helping you');
  },
);
