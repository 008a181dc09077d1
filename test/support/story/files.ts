import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ElementHandle, Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';
import { reload } from './reload.ts';

/** Bytes that no two places of a file have in common, written piece by piece. */
export async function writeTestFile(path: string, bytes: number, seed = 1): Promise<string> {
  const hash = createHash('sha256');
  const pieceBytes = 1024 * 1024;
  async function* pieces() {
    let state = seed >>> 0 || 1;
    for (let left = bytes; left > 0; left -= pieceBytes) {
      const piece = Buffer.alloc(Math.min(pieceBytes, left));
      for (let at = 0; at + 4 <= piece.length; at += 4) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        piece.writeInt32LE(state | 0, at);
      }
      hash.update(piece);
      yield piece;
    }
  }
  await pipeline(pieces, createWriteStream(path));
  return hash.digest('hex');
}

/** So large that nobody wants to write it: holes, but for a number at each mebibyte, so that each is another one. */
export async function writeSparseFile(path: string, bytes: number): Promise<string> {
  const file = await open(path, 'w');
  try {
    await file.truncate(bytes);
    const number = Buffer.alloc(8);
    for (let at = 0; at + number.length <= bytes; at += 1024 * 1024) {
      number.writeDoubleLE(at);
      await file.write(number, 0, number.length, at);
    }
  } finally {
    await file.close();
  }
  return hashOfFile(path);
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Gives the window files as its picker would. */
export const giveFiles = (page: Page, paths: readonly string[]): Promise<void> =>
  fillField(page, 'input[type="file"][aria-label="Publish files…"]', paths);

/** The same for a file that was published before a reload. */
export const giveAgain = (page: Page, name: string, path: string): Promise<void> =>
  fillField(page, `${row(name)} input[type="file"]`, [path]);

async function fillField(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  const field = await waitFor(`the field ${selector}`, () => page.$(selector));
  await (field as ElementHandle<HTMLInputElement>).uploadFile(...paths);
}

/** What the list says of that file: its phase, as `data-phase`. */
export const phaseOf = (page: Page, name: string): Promise<string | null> =>
  page.evaluate(
    (wanted) => document.querySelector<HTMLElement>(`[data-file="${CSS.escape(wanted)}"]`)?.dataset['phase'] ?? null,
    name,
  );

/** Bytes that are there, by the bar; null while there is none. */
export const bytesOf = (page: Page, name: string): Promise<number | null> =>
  page.evaluate(
    (wanted) =>
      document.querySelector<HTMLProgressElement>(`[data-file="${CSS.escape(wanted)}"] progress`)?.value ?? null,
    name,
  );

/** Presses Pause in the page itself as soon as more than so many bytes are there: a quick line leaves a test no time. */
export const pauseBeyond = (page: Page, name: string, bytes: number): Promise<void> =>
  page.evaluate(
    (within, most) => {
      const observer = new MutationObserver(() => {
        const one = document.querySelector(within);
        const pause = [...(one?.querySelectorAll('button') ?? [])].find(
          (button) => (button.ariaLabel ?? button.textContent).trim() === 'Pause',
        );
        if (!pause || (one?.querySelector('progress')?.value ?? 0) <= most) return;
        observer.disconnect();
        pause.click();
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    },
    row(name),
    bytes,
  );

/** The page is gone before what goes on can be whole. */
export async function resumeAndReload(page: Page, name: string): Promise<void> {
  await page.evaluate((within) => {
    addEventListener('beforeunload', () => {
      const one = document.querySelector(within);
      const buttons = [...(one?.querySelectorAll('button') ?? [])];
      buttons.find((button) => (button.ariaLabel ?? button.textContent).trim() === 'Resume')?.click();
    });
  }, row(name));
  await reload(page);
}

export const row = (name: string): string => `[data-file="${name}"]`;

/** Waits until the browser has put the file among the person's, whole: first it may be there and empty. */
export async function isSaved(home: string, { name, sha256 }: { name: string; sha256: string }): Promise<void> {
  const path = `${home}/Downloads/${name}`;
  await waitFor(
    `${name}, the same, among the downloads`,
    async () => {
      return existsSync(path) && (await hashOfFile(path)) === sha256;
    },
    20_000,
  );
}
