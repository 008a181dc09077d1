import { allow } from '../../../test/support/story/customer.ts';
import { mirrorShows } from '../../../test/support/story/mirror.ts';
import { press, seesText } from '../../../test/support/story/press.ts';
import { beginHelp } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { assistSize, names } from '../stage.ts';

export const session: Scene = {
  name: 'session',
  async play(stage) {
    const { anna, shoot, text } = stage;
    const { console, assist } = await beginHelp(stage);
    await console.waitForSelector('.safety-words');
    await press(console, text('console.tabApplication'));
    await shoot(console, 'admitted');
    await shoot(assist, 'assist-admitted', assistSize);
    await press(console, text('console.requestView'));
    await seesText(assist, text('consent.viewTitle', { host: anna.name }));
    await shoot(console, 'asking');
    await shoot(assist, 'assist-asked');
    await press(assist, text('consent.deny'));
    await seesText(console, text('console.stageDenied', { name: names.customer }));
    await shoot(console, 'denied');
    await press(console, text('console.requestView'));
    await seesText(assist, text('consent.viewTitle', { host: anna.name }));
    await allow(assist, 'Plants', text('consent.allow'));
    await mirrorShows(console, 'Monstera');
    await shoot(console, 'mirror');
    await shoot(assist, 'assist-shown');
    await press(console, text('console.requestControl'));
    await seesText(assist, text('consent.controlTitle', { host: anna.name }));
    await shoot(assist, 'assist-asked-control');
    await press(assist, text('consent.allow'));
    await seesText(console, text('console.controlOn'));
    await shoot(console, 'control');
    await shoot(assist, 'assist-controlled');
    await press(assist, text('assist.stop'));
    await seesText(console, text('console.stageStopped', { name: names.customer }));
    await shoot(console, 'stopped');
    await press(console, text('console.tabSession'));
    await shoot(console, 'tab-session');
    await press(console, text('console.end'));
    await console.waitForSelector('dialog[open]');
    await shoot(console, 'ending');
    await press(console, text('console.end'));
    await seesText(console, text('console.ended'));
    await shoot(console, 'ended');
    await shoot(assist, 'assist-ended');
  },
};
