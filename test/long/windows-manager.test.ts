import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileManager, managerTargets } from '../../scripts/build/compile-manager.ts';
import { type Display, openDisplay } from '../support/display.ts';
import { grant, hello } from '../support/manager/manager-process.ts';
import { waitFor } from '../support/wait-for.ts';
import { startInWine } from '../support/wine/manager-in-wine.ts';
import { openWine, type Wine } from '../support/wine/wine.ts';

const program = 'support-manager.exe';
const built = mkdtempSync(`${tmpdir()}/beside-windows-`);
let display: Display;
let wine: Wine;

beforeAll(async () => {
  const target = managerTargets.find(({ name }) => name === 'windows-x64');
  if (!target) throw new Error('There is no build for Windows.');
  const { file } = compileManager(target, built);
  const content = unzipSync(readFileSync(`${built}/${file}`))[program];
  if (!content) throw new Error(`${file} lacks ${program}.`);
  display = await openDisplay('1280x800');
  wine = openWine(display.name, { name: program, content });
}, 600_000);
afterAll(async () => {
  wine.close();
  await display.close();
  rmSync(built, { recursive: true, force: true });
});

test('the Windows build installs itself for all browsers, and takes all of it away', () => {
  const before = wine.run([`./${program}`, 'status']);
  expect(before.output).toContain('Not installed');
  expect(before.code).toBe(1);
  expect(wine.run([`./${program}`, 'install']).output).toContain('is installed');
  const { output } = wine.run([`./${program}`, 'status']);
  expect(output).toMatch(/as it was installed[^]*Chrome: ready[^]*Edge: ready[^]*Firefox: ready/);
  expect(wine.run([`./${program}`, 'uninstall']).output).toMatch(/is uninstalled|no longer know it/);
  expect(wine.run([`./${program}`, 'status']).code).toBe(1);
});

test('the Windows build lists real windows, and types any text into one of them', async () => {
  wine.start(['notepad']);
  const manager = await startInWine(wine, program);
  expect(await manager.ask(hello)).toMatchObject({ type: 'manager.welcomed', system: 'windows', noInput: null });
  const notepad = await waitFor(
    'Notepad among the windows',
    async () => {
      const listed = await manager.ask({ type: 'manager.surfaces' });
      if (listed.type !== 'manager.listed') throw new Error(listed.type);
      expect(listed.screens).toMatchObject([{ width: 1280, height: 800 }]);
      return listed.windows.find(({ title }) => title.includes('Notepad'));
    },
    60_000,
  );
  const surface = { kind: 'application', window: notepad.id } as const;
  expect(await manager.ask({ type: 'manager.control', grant, surface })).toMatchObject({ type: 'manager.done' });
  const beat = setInterval(() => manager.send({ type: 'manager.renew', grant }), 300);
  await manager.ask({ type: 'manager.raise', grant });
  const text = 'Příliš žluťoučký kůň 😀';
  const key = (action: 'down' | 'up', name: string, code: string) =>
    manager.send({ type: 'manager.key', grant, action, key: name, code });
  const read = await waitFor(
    'the text',
    async () => {
      // All of it anew, until the window has the keyboard.
      key('down', 'Control', 'ControlLeft');
      key('down', 'a', 'KeyA');
      key('up', 'a', 'KeyA');
      key('up', 'Control', 'ControlLeft');
      manager.send({ type: 'manager.text', grant, text });
      key('down', 'Control', 'ControlLeft');
      for (const [name, code] of [
        ['a', 'KeyA'],
        ['c', 'KeyC'],
      ] as const) {
        key('down', name, code);
        key('up', name, code);
      }
      key('up', 'Control', 'ControlLeft');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const fact = await manager.ask({ type: 'manager.clipboard-read', grant });
      return fact.type === 'manager.clipboard' && fact.text !== '' ? fact.text : null;
    },
    60_000,
  );
  clearInterval(beat);
  expect(read).toBe(text);
  expect(await manager.end()).toBe(0);
});
