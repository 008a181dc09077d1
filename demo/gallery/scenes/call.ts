import { person, signs } from '../../../test/support/story/calls.ts';
import { press, seesText } from '../../../test/support/story/press.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { beginHelp } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { assistSize, names } from '../stage.ts';

export const call: Scene = {
  name: 'call',
  async play(stage) {
    const { anna, shoot, text } = stage;
    const { console, assist } = await beginHelp(stage);
    await press(console, text('call.video'));
    await seesText(assist, text('call.ringsVideo', { name: anna.name }));
    await shoot(console, 'calling');
    await shoot(assist, 'rings', assistSize);
    await press(assist, text('call.answerVideo'));
    for (const [page, other] of [
      [console, names.customer],
      [assist, anna.name],
    ] as const) {
      await waitFor(`${other} to be seen`, () =>
        page.evaluate((tile) => {
          const video = document.querySelector<HTMLVideoElement>(`${tile} video`);
          return video !== null && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
        }, person(other)),
      );
    }
    await shoot(console, 'video');
    await shoot(assist, 'assist-video');
    await press(console, text('call.mute'));
    await press(console, text('call.cameraOff'));
    await waitFor('the sign', async () => (await signs(assist, anna.name)).microphone === 'muted');
    await shoot(console, 'muted');
    await shoot(assist, 'assist-muted');
    await press(assist, text('call.leave'));
    await seesText(console, text('call.over'));
    await shoot(console, 'over');
  },
};
