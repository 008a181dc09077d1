import { press, seesText } from '../../../test/support/story/press.ts';
import { openConsole, joinAs } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { signInIfAsked } from '../sign-in-if-asked.ts';
import { names } from '../stage.ts';

export const reports: Scene = {
  name: 'reports',
  async play(stage) {
    const { anna, host, relay, text, signIn, shoot } = stage;
    const list = await host.open(`${relay.url}/reports`);
    await signInIfAsked(list, anna, text('signIn.submit'));
    await signIn();
    const { console, number } = await openConsole(stage);
    await joinAs(stage, number, names.long);
    await press(console, text('console.admit'));
    await console.type('.notes textarea', 'The invoice of May is missing.');
    await seesText(console, text('notes.saved'));
    await press(console, text('console.tabSession'));
    await press(console, text('console.end'));
    await console.waitForSelector('dialog[open]');
    await press(console, text('console.end'));
    await seesText(console, text('console.ended'));
    await list.reload();
    await seesText(list, names.long);
    await shoot(list, 'list');
    await (await list.waitForSelector('td a[href*="/reports/"]'))?.click();
    await seesText(list, 'The invoice of May');
    await shoot(list, 'one');
  },
};
