import { press, seesText } from '../../../test/support/story/press.ts';
import { openConsole, joinAs } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { assistSize, names } from '../stage.ts';

export const invite: Scene = {
  name: 'invite',
  async play(stage) {
    const { shoot, text, signIn } = stage;
    await signIn();
    const { console, number } = await openConsole(stage);
    await shoot(console, 'number');
    await press(console, text('console.tabTools'));
    await shoot(console, 'tools');
    for (const [view, label] of [
      ['mail', 'invite.mail'],
      ['message', 'invite.message'],
      ['host', 'invite.host'],
    ] as const) {
      await press(console, text(label));
      await console.waitForSelector('dialog[open]');
      await shoot(console, view);
      await press(console, text('common.close'));
    }
    const { assist } = await joinAs(stage, number, names.long);
    await seesText(console, names.long);
    await shoot(console, 'knock');
    await shoot(assist, 'lobby', assistSize);
    await press(console, text('console.refuse'));
    await seesText(assist, text('lobby.refused'));
    await shoot(assist, 'refused');
  },
};
