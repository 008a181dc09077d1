import { press, seesText } from '../../../test/support/story/press.ts';
import { openConsole, joinAs } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { assistSize, names } from '../stage.ts';

export const tools: Scene = {
  name: 'tools',
  async play(stage) {
    const { anna, shoot, text, signIn, setQueues } = stage;
    await signIn();
    const { console, number } = await openConsole(stage);
    await press(console, `${text('palette.title')} Ctrl+K`);
    await console.waitForSelector('[role="option"]');
    await shoot(console, 'palette-alone');
    await console.keyboard.press('Escape');
    const { assist } = await joinAs(stage, number, names.customer);
    await press(console, text('console.admit'));
    await seesText(assist, text('assist.helping', { host: anna.name }));
    await press(console, `${text('palette.title')} Ctrl+K`);
    await console.waitForSelector('[role="option"]');
    await shoot(console, 'palette');
    await console.keyboard.type('zxq');
    await shoot(console, 'palette-nothing');
    await console.keyboard.press('Escape');
    await press(console, text('shortcuts.help'));
    await console.waitForSelector('dialog[open] dl.keys kbd');
    await shoot(console, 'keys');
    await console.keyboard.press('Escape');
    await press(console, `${text('chat.canned')} /`);
    await seesText(console, text('chat.cannedNone'));
    await shoot(console, 'canned-none');
    await console.keyboard.press('Escape');
    await setQueues();
    await press(console, `${text('chat.canned')} /`);
    await console.waitForSelector('[role="option"]');
    await shoot(console, 'canned');
    await console.keyboard.press('Enter');
    await press(console, text('chat.send'));
    await assist.type(
      '.chat-box textarea',
      'https://example.org/a/very/long/address/that/does/not/break/anywhere/at/all',
    );
    await press(assist, text('chat.send'));
    await seesText(console, 'very/long');
    await console.type('.notes textarea', `${names.long}: ${'x'.repeat(80)}`);
    await shoot(console, 'chat-and-notes');
    await shoot(assist, 'assist-chat', assistSize);
    for (const [view, tab] of [
      ['tab-tools', 'console.tabTools'],
      ['tab-desktop', 'console.tabDesktop'],
      ['tab-session', 'console.tabSession'],
    ] as const) {
      await press(console, text(tab));
      await shoot(console, view);
    }
  },
};
