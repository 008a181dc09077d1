import { press, seesText } from '../../../test/support/story/press.ts';
import { openConsole, joinAs } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { assistSize, names } from '../stage.ts';

export const gone: Scene = {
  name: 'gone',
  async play(stage) {
    const { anna, host, relay, shoot, text, signIn, signOut } = stage;
    await signIn();
    const { console, number } = await openConsole(stage);
    const { assist } = await joinAs(stage, number, names.long);
    await press(console, text('console.admit'));
    await seesText(assist, text('assist.helping', { host: anna.name }));
    await shoot(console, 'long-name');
    await shoot(assist, 'assist', assistSize);
    await relay.end('SIGKILL');
    await console.waitForSelector('[data-trouble="no-relay"]');
    await shoot(console, 'no-relay');
    await shoot(assist, 'assist-no-relay');
    await relay.restart();
    await console.waitForFunction(() => !document.querySelector('[data-trouble="no-relay"]'));
    // Away without a word, as by a crash.
    await assist.evaluate(() => void setTimeout(() => (location.href = 'about:blank'), 0));
    await seesText(console, text('console.stageOffline', { name: names.long }));
    await shoot(console, 'customer-offline');
    const unknown = await host.openExtensionPage('console', `#${'x'.repeat(22)}`);
    await unknown.waitForSelector('h1');
    await shoot(unknown, 'no-such-session');
    await signOut();
    const out = await host.openExtensionPage('console', `#${'x'.repeat(22)}`);
    await seesText(out, text('console.signInAgain'));
    await shoot(out, 'signed-out');
  },
};
