import {
  answerFolderPicker,
  fillFolderField,
  lineOf,
  ours,
  theirs,
  untilNames,
} from '../../../test/support/story/folders.ts';
import { press, pressIn, seesText } from '../../../test/support/story/press.ts';
import { beginHelp } from '../open-session.ts';
import type { Scene } from '../scene.ts';
import { assistSize } from '../stage.ts';

const papers = {
  'Invoices/may.pdf': 'May',
  'Invoices/june.pdf': 'June',
  'letter.txt': 'Dear Sir or Madam',
  'An order with a long name, as the shop writes them into each of its mails.pdf': 'Two garden chairs',
  'photo.jpg': 'x'.repeat(300_000),
};

/** Two panes of a folder beside each other: the customer's, and the host's where the browser lends folders. */
export const folder: Scene = {
  name: 'folder',
  async play(stage) {
    const { anna, host, customer, shoot, text } = stage;
    const { console, assist } = await beginHelp(stage);
    const picks = customer.kind === 'chromium';
    if (picks) await answerFolderPicker(assist, 'Papers', papers);
    await press(console, text('console.tabTools'));
    await press(console, text('folder.ask'));
    await seesText(assist, text('tool.filesTitle', { host: anna.name }));
    await shoot(console, 'asked');
    await shoot(assist, 'assist-asked', assistSize);
    if (picks) {
      await assist.click('.folder-chooser input[type="checkbox"]');
      await press(assist, text('folder.choose'));
    } else {
      await fillFolderField(
        assist,
        Object.fromEntries(Object.entries(papers).map(([path, content]) => [`Papers/${path}`, content])),
      );
    }
    await seesText(assist, 'Papers');
    await shoot(assist, 'assist-chosen');
    await press(assist, text('consent.allow'));
    await lineOf(console, theirs, 'letter.txt');
    await shoot(console, 'theirs');
    await shoot(assist, 'assist-open');
    if (host.kind !== 'chromium') return;
    await answerFolderPicker(console, 'Cases', { 'letter.txt': 'An older letter', 'notes.txt': 'Call back' });
    await pressIn(console, ours, text('folder.choose'));
    await untilNames(console, ours, ['letter.txt', 'notes.txt']);
    await (await lineOf(console, theirs, 'letter.txt')).click();
    await shoot(console, 'panes');
  },
};
