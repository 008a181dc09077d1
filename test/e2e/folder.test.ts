import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultFilePolicy, type FilePolicy } from '../../shared/protocol/file-policy.ts';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { begin, leave, type Story } from '../support/story/begin.ts';
import {
  answerFolderPicker,
  fileIn,
  fillFolderField,
  lineOf,
  ours,
  sha256,
  theirs,
  untilNames,
} from '../support/story/folders.ts';
import { storedFacts } from '../support/story/facts.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { hasButton, press, pressIn, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: TestRelay;
let chromium: TestBrowser;
let firefox: TestBrowser;
let disk: string;
let story: Story;

beforeAll(async () => {
  disk = await realpath(await mkdtemp(join(tmpdir(), 'beside-e2e-folder-')));
  await mkdir(join(disk, 'papers'));
  await mkdir(join(disk, 'downloads'));
  await writeFile(join(disk, 'papers', 'letter.txt'), 'Dear Sir or Madam');
  const prefs = { 'browser.download.folderList': 2, 'browser.download.dir': join(disk, 'downloads') };
  await writeFile(join(disk, 'papers', 'tool.sh'), 'true');
  [relay, chromium, firefox] = await Promise.all([
    startRelay({ port: lane().relayPort }),
    launchWithExtension('chromium'),
    launchWithExtension('firefox', { prefs }),
  ]);
  const answer = await fetch(`${relay.url}/api/file-policy`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${(await relay.addHost({ admin: true })).bearer}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ ...defaultFilePolicy, dangerous: 'refuse' } satisfies FilePolicy),
  });
  if (!answer.ok) throw new Error(`The rules for files were not set: ${answer.status}`);
});
afterAll(async () => {
  await Promise.all([chromium.close(), firefox.close()]);
  await relay.stop();
  await rm(disk, { recursive: true, force: true });
});

async function ask(): Promise<void> {
  await press(story.console, 'Tools');
  await press(story.console, 'Ask for a folder');
  await seesText(story.assist, 'Let Anna Host work in a folder of yours?');
  expect(await hasButton(story.assist, 'Allow')).toBe(false);
}
/** Allow is armed a moment later, and its colour takes another. */
async function untilArmed(): Promise<void> {
  await waitFor('Allow to be armed', () => hasButton(story.assist, 'Allow'));
  await new Promise((resolve) => setTimeout(resolve, 400));
}
async function look(page: Page, name: string): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  if (pictures) await screenshot(page, pictures, `folder-${name}`);
}

describe('a folder that may be changed, picked in Chromium', () => {
  const contents = 'a,b\n'.repeat(100_000);
  beforeAll(async () => {
    story = await begin({ relay, host: firefox, customer: chromium, at: 'about:blank' });
    await answerFolderPicker(story.assist, 'Accounts', {
      'big.csv': contents,
      'note.txt': 'a note',
      'old/older.txt': 'older',
      '.secret': 'hidden',
    });
  });
  afterAll(() => leave(story));

  test('the customer picks it and says how far; the host sees names, sizes and times, and sorts', async () => {
    await ask();
    await story.assist.click('.folder-chooser input[type="checkbox"]');
    await press(story.assist, 'Choose a folder…');
    await seesText(story.assist, 'Accounts');
    await untilArmed();
    await look(story.assist, 'question');
    await press(story.assist, 'Allow');
    await untilNames(story.console, theirs, ['old', 'big.csv', 'note.txt']);
    await seesText(story.console, '1 more is not shown');
    await press(story.console, 'Size');
    await untilNames(story.console, theirs, ['old', 'note.txt', 'big.csv']);
    await look(story.console, 'panes');
  });

  test('[FD6] a file arrives on the host’s disk with an equal hash', async () => {
    await (await lineOf(story.console, theirs, 'big.csv')).click();
    await press(story.console, 'Save on this computer');
    const saved = await waitFor('the file on the disk', () =>
      readFile(join(disk, 'downloads', 'big.csv')).then(
        (bytes) => bytes.length === contents.length && bytes,
        () => null,
      ),
    );
    expect(sha256(saved)).toBe(sha256(Buffer.from(contents)));
    await seesText(story.assist, 'Copied from here: big.csv');
  });

  test('the host sends a file, makes a folder and renames', async () => {
    const field = await story.console.$(`${theirs} input[multiple]`);
    await field?.uploadFile(join(disk, 'papers', 'letter.txt'));
    await seesText(story.assist, 'Added: letter.txt');
    expect(await fileIn(story.assist, 'Accounts', 'letter.txt')).toBe('Dear Sir or Madam');
    await (await lineOf(story.console, theirs, 'letter.txt')).click();
    await pressIn(story.console, theirs, 'Rename');
    const newName = await story.console.waitForSelector('dialog[open] input');
    await newName?.evaluate((input) => input.select());
    await story.console.keyboard.type('reply.txt');
    await press(story.console, 'Save');
    await lineOf(story.console, theirs, 'reply.txt');
    expect(await fileIn(story.assist, 'Accounts', 'reply.txt')).toBe('Dear Sir or Madam');
  });

  test('[FD9] what the site’s rules do not allow is neither sent nor reached by another name', async () => {
    const field = await story.console.$(`${theirs} input[multiple]`);
    await field?.uploadFile(join(disk, 'papers', 'tool.sh'));
    await seesText(story.console, 'Rules of this site: files of this type or size');
    expect(await fileIn(story.assist, 'Accounts', 'tool.sh')).toBeNull();
  });

  test('[FD5] nothing is deleted without the customer’s yes', async () => {
    await (await lineOf(story.console, theirs, 'old')).click();
    await pressIn(story.console, theirs, 'Delete');
    await seesText(story.assist, 'Delete the folder “old”?');
    await untilArmed();
    await look(story.assist, 'doubt');
    await press(story.assist, 'Deny');
    await seesText(story.console, 'Whose folder it is did not allow it.');
    expect(await fileIn(story.assist, 'Accounts', 'old/older.txt')).toBe('older');
    await pressIn(story.console, theirs, 'Delete');
    await seesText(story.assist, 'Delete the folder “old”?');
    await press(story.assist, 'Allow');
    await seesText(story.assist, 'Deleted: old');
    expect(await fileIn(story.assist, 'Accounts', 'old/older.txt')).toBeNull();
    await untilNames(story.console, theirs, ['note.txt', 'reply.txt', 'big.csv']);
  });

  test('the customer closes it, and nothing of it is left at the host’s; all of it is in the report', async () => {
    await look(story.assist, 'card');
    await press(story.assist, 'Close the folder');
    await waitFor('the end of the folder', async () => (await story.console.$(theirs)) === null);
    const noted = storedFacts(relay.data).filter((fact) => fact.includes('folder.noted'));
    for (const deed of ['downloaded', 'uploaded', 'renamed', 'not-removed', 'removed']) {
      expect(
        noted.filter((fact) => fact.includes(`\\"kind\\":\\"${deed}\\"`)),
        deed,
      ).toHaveLength(1);
    }
    // What was moved, with size and hash; what the rules refused was not.
    for (const moved of [contents, 'Dear Sir or Madam']) {
      const bytes = Buffer.from(moved);
      expect(noted.join(' ')).toContain(`\\"size\\":${bytes.length},\\"sha256\\":\\"${sha256(bytes)}\\"`);
    }
    expect(noted.join(' ')).not.toContain('tool.sh');
  });
});

describe('a folder to look at, picked in Firefox', () => {
  const figures = 'figures '.repeat(90_000);
  beforeAll(async () => {
    story = await begin({ relay, host: chromium, customer: firefox, at: 'about:blank' });
    await answerFolderPicker(story.console, 'Mine', { 'letter.txt': 'my own' });
  });
  afterAll(() => leave(story));

  test('a whole folder is copied beside the host’s own; what is there is asked about', async () => {
    await ask();
    await fillFolderField(story.assist, { 'papers/letter.txt': 'Dear Sir', 'papers/deep/figures.bin': figures });
    await seesText(story.assist, 'papers');
    await press(story.assist, 'Allow');
    await untilNames(story.console, theirs, ['deep', 'letter.txt']);
    for (const change of ['Delete', 'Rename', 'New folder']) {
      expect(await hasButton(story.console, change, theirs)).toBe(false);
    }
    await pressIn(story.console, ours, 'Choose a folder…');
    await untilNames(story.console, ours, ['letter.txt']);
    await (await lineOf(story.console, theirs, 'deep')).click();
    await story.console.keyboard.down('Control');
    await story.console.keyboard.press('a');
    await story.console.keyboard.up('Control');
    await pressIn(story.console, theirs, 'Copy to your folder');
    await seesText(story.console, '“letter.txt” is there already');
    await look(story.console, 'conflict');
    await press(story.console, 'Keep both');
    await untilNames(story.console, ours, ['deep', 'letter (2).txt', 'letter.txt']);
    const arrived = await fileIn(story.console, 'Mine', 'deep/figures.bin');
    expect(sha256(Buffer.from(arrived ?? ''))).toBe(sha256(Buffer.from(figures)));
    expect(await fileIn(story.console, 'Mine', 'letter.txt')).toBe('my own');
    await look(story.console, 'copied');
  });
});
