import { allow } from '../../../test/support/story/customer.ts';
import { mirrorShows } from '../../../test/support/story/mirror.ts';
import { press, seesText } from '../../../test/support/story/press.ts';
import { beginHelp } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { assistSize } from '../stage.ts';

export const recording: Scene = {
  name: 'recording',
  async play(stage) {
    const { anna, shoot, text } = stage;
    const { console, assist } = await beginHelp(stage);
    await press(console, text('console.tabApplication'));
    await press(console, text('console.requestView'));
    await seesText(assist, text('consent.viewTitle', { host: anna.name }));
    await allow(assist, 'Plants', text('consent.allow'));
    await mirrorShows(console, 'Monstera');
    await press(console, text('console.tabSession'));
    await press(console, text('recording.record'));
    await seesText(assist, text('tool.recordingTitle'));
    await shoot(console, 'asked');
    await shoot(assist, 'assist-asked', assistSize);
    await press(assist, text('consent.allow'));
    await console.waitForSelector('[data-recording="on"]');
    await assist.waitForSelector('[data-recording="on"]');
    await shoot(console, 'on');
    await shoot(assist, 'assist-on');
    await press(console, text('recording.pause'));
    await seesText(assist, text('recording.paused'));
    await shoot(console, 'paused');
    await shoot(assist, 'assist-paused');
    await press(assist, text('recording.stopOwn'));
    await console.waitForSelector('[data-recording="off"]');
    await shoot(console, 'off');
    await shoot(assist, 'assist-off');
  },
};
