import { startSession } from '../../../test/support/relay-client.ts';
import { allow } from '../../../test/support/story/customer.ts';
import { mirrorShows } from '../../../test/support/story/mirror.ts';
import { press, seesText } from '../../../test/support/story/press.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { beginHelp } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { names } from '../stage.ts';

/** The consoles beside the dashboard, and what a narrow window makes of that. */
export const consoles: Scene = {
  name: 'consoles',
  async play(stage) {
    const { anna, host, relay, shoot, text } = stage;
    const { console, assist } = await beginHelp(stage, names.long);
    await press(console, text('console.requestView'));
    await seesText(assist, text('consent.viewTitle', { host: anna.name }));
    await allow(assist, 'Plants', text('consent.allow'));
    await mirrorShows(console, 'Monstera');
    await shoot(console, 'narrow', { width: 760, height: 820 });
    await console.click('.panel-switch');
    await shoot(console, 'narrow-panel');
    await console.keyboard.press('Escape');

    await console.setViewport({ width: 1440, height: 900 });
    await console.click('button[data-layout="multi"]');
    for (const _each of [1, 2]) await startSession(relay.url, anna.bearer);
    await waitFor('three sessions', async () => (await console.$$('.session-item[data-state]')).length >= 3);
    await shoot(console, 'multi');
    await console.click('.tile-switch');
    await shoot(console, 'tiles');

    // A tray makes its window as high as what is in it.
    await console.setViewport(null);
    await console.click('button[data-layout="tray"]');
    // It comes over the tray, and nothing that is covered is drawn.
    const surface = await host.extensionPage('surface');
    await mirrorShows(surface, 'Monstera');
    await shoot(surface, 'surface');
    await console.bringToFront();
    await shoot(console, 'tray');
    for (const panel of ['chat', 'application', 'console']) {
      await console.click(`.tray-button[data-panel="${panel}"]`);
      await shoot(console, `tray-${panel}`);
    }
  },
};
