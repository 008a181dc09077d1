import { makeRecording } from '../../../test/support/make-recording.ts';
import { startSession } from '../../../test/support/relay-client.ts';
import { shopTrack } from '../../../test/support/shop-track.ts';
import { seek, shows } from '../../../test/support/story/recording-player.ts';
import type { Scene } from '../scene.ts';
import { signInIfAsked } from '../sign-in-if-asked.ts';

const minute = 60_000;

export const playback: Scene = {
  name: 'playback',
  async play({ host, relay, anna, text, shoot }) {
    const { sessionId } = await startSession(relay.url, anna.bearer);
    const { recordingId } = await relay.withDeps((deps) =>
      makeRecording(deps, {
        sessionId,
        startedAt: Date.now() - 60 * minute,
        durationMs: 30 * minute,
        tracks: [{ kind: 'page', from: 0, to: 25 * minute, chunks: [shopTrack().bytes()] }],
      }),
    );
    const page = await host.open(`${relay.url}/recordings`);
    await page.setViewport({ width: 1280, height: 800 });
    await signInIfAsked(page, anna, text('signIn.submit'));
    const link = await page.waitForSelector(`a[href="#${recordingId}"]`);
    await shoot(page, 'list');
    await link?.click();
    await shows(page, 'Your cart');
    await seek(page, 11 * minute);
    await shows(page, 'Checkout');
    await shoot(page, 'page');
    await page.keyboard.press('/');
    await page.keyboard.type('parasol');
    await shoot(page, 'search');
    await page.keyboard.press('Escape');
    await seek(page, 27 * minute);
    await shoot(page, 'nothing');
    await shoot(page, 'narrow', { width: 460, height: 720 });
  },
};
