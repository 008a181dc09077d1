import { createHash } from 'node:crypto';
import type { ElementHandle, Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';

export const theirs = '[data-pane="theirs"]';
export const ours = '[data-pane="ours"]';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Names in a pane, from the top down. */
export const namesIn = (page: Page, pane: string): Promise<string[]> =>
  page.$$eval(`${pane} tbody .folder-name bdi`, (all) => all.map((one) => one.textContent));

export const untilNames = (page: Page, pane: string, names: readonly string[]): Promise<unknown> =>
  waitFor(`${names.join(', ')} in ${pane}`, async () => (await namesIn(page, pane)).join('|') === names.join('|'));

/** The line of that name, to be pressed. */
export async function lineOf(page: Page, pane: string, name: string): Promise<ElementHandle<HTMLElement>> {
  return waitFor(`${name} in ${pane}`, async () => {
    const found = await page.evaluateHandle(
      (within, wanted) =>
        [...document.querySelectorAll<HTMLElement>(`${within} tbody tr`)].find(
          (line) => line.querySelector('bdi')?.textContent === wanted,
        ) ?? null,
      pane,
      name,
    );
    return found.asElement() as ElementHandle<HTMLElement> | null;
  });
}

/**
 * Answers the browser's own dialog for folders, the one part that a test cannot press: with a folder of the browser's
 * own file system, which has the same handles. `files`: by path, what is in it.
 */
export const answerFolderPicker = (page: Page, name: string, files: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate(
    async (folderName, contents) => {
      const top = await navigator.storage.getDirectory();
      const folder = await top.getDirectoryHandle(folderName, { create: true });
      for (const [path, text] of Object.entries(contents)) {
        let at = folder;
        const steps = path.split('/');
        for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step, { create: true });
        const stream = await (await at.getFileHandle(steps.at(-1) ?? '', { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      }
      Object.assign(window, { showDirectoryPicker: () => Promise.resolve(folder) });
    },
    name,
    files,
  );

/** What a file of that folder says; null: there is none. */
export const fileIn = (page: Page, name: string, path: string): Promise<string | null> =>
  page.evaluate(
    async (folderName, steps) => {
      try {
        let at = await (await navigator.storage.getDirectory()).getDirectoryHandle(folderName);
        for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step);
        return await (await (await at.getFileHandle(steps.at(-1) ?? '')).getFile()).text();
      } catch {
        return null;
      }
    },
    name,
    path.split('/'),
  );

/** Answers the dialog of a field for folders, which no driver can: puppeteer puts single files into fields only. */
export async function fillFolderField(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.waitForSelector('.folder-chooser input[type="file"]');
  await page.evaluate((contents) => {
    const field = document.querySelector<HTMLInputElement>('.folder-chooser input[type="file"]');
    const list = Object.entries(contents).map(([path, text]) =>
      Object.defineProperty(new File([text], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path }),
    );
    if (!field?.webkitdirectory) throw new Error('That is no field for folders.');
    Object.defineProperty(field, 'files', { value: list });
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, files);
}
