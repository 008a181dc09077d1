import { startSession } from '../../../test/support/relay-client.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import type { Scene } from '../scene.ts';

const size = { width: 340, height: 600 };

export const popup: Scene = {
  name: 'popup',
  async play({ host, relay, anna, signIn, signOut, shoot, text }) {
    await signOut();
    const page = await host.openExtensionPage('popup');
    const shows = (key: string) =>
      waitFor(text(key), () => page.evaluate((wanted) => document.body.innerText.includes(wanted), text(key)));
    await shows('popup.signIn');
    await shoot(page, 'signed-out', size);
    await signIn();
    await shows('popup.noSessions');
    await shoot(page, 'no-session', size);
    await startSession(relay.url, anna.bearer);
    await startSession(relay.url, anna.bearer);
    await waitFor('two sessions', async () => (await page.$$('.session-row')).length >= 2);
    await shoot(page, 'sessions', size);
  },
};
