import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { version } from '../../manager/version.ts';
import { managerHostName } from '../../shared/protocol/manager-limits.ts';
import { buildAll } from '../../scripts/build/build-all.ts';
import { managerEnv } from '../support/manager/manager-env.ts';
import { hello, startManager } from '../support/manager/manager-process.ts';

const older = '0.0.1';
const folder = mkdtempSync(`${tmpdir()}/beside-update-`);
const home = `${folder}/home`;
const downloads = { old: `${folder}/old/support-manager.mjs`, now: `${folder}/manager/support-manager.mjs` };
const installed = `${home}/.local/share/beside-support-manager`;

const run = (file: string, command: string) =>
  execFileSync(process.execPath, [file, command], {
    encoding: 'utf8',
    env: { ...process.env, ...managerEnv, HOME: home, XDG_DATA_HOME: '' },
  });
/** As a browser starts it, by what its manifest names. */
const startInstalled = () => {
  const manifest = JSON.parse(
    readFileSync(`${home}/.config/chromium/NativeMessagingHosts/${managerHostName}.json`, 'utf8'),
  ) as { path: string };
  return startManager({ command: [manifest.path], env: { HOME: home } });
};

beforeAll(async () => {
  await buildAll({ out: folder, only: ['manager'] });
  cpSync(downloads.now, downloads.old);
  // The same program of another release: all that differs is the number that it bears.
  const code = readFileSync(downloads.now, 'utf8');
  const parts = code.split(`"${version}"`);
  if (parts.length !== 2) throw new Error('The version stands elsewhere in the program.');
  writeFileSync(downloads.old, parts.join(`"${older}"`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an update from an older version takes its place while it runs, and browsers find the new one', async () => {
  expect(run(downloads.old, 'install')).toContain(`Version ${older} is installed`);
  expect(run(downloads.now, 'status')).toContain(`Version ${older}, as it was installed`);
  const running = startInstalled();
  expect(await running.ask(hello)).toMatchObject({ type: 'manager.welcomed', version: older });

  expect(run(downloads.now, 'update')).toContain(`Updated from ${older} to ${version}`);
  expect(run(downloads.now, 'status')).toMatch(
    new RegExp(`Version ${version}, as it was installed[^]*Chromium: ready`),
  );
  // Who uses it is not interrupted.
  expect(await running.ask({ type: 'manager.system' })).toMatchObject({ type: 'manager.system-told' });
  running.child.stdin?.end();
  await running.ended();

  const next = startInstalled();
  expect(await next.ask(hello)).toMatchObject({ type: 'manager.welcomed', version });
  next.child.stdin?.end();
  await next.ended();
  for (const rest of ['old', 'new']) expect(existsSync(`${installed}/support-manager.mjs.${rest}`)).toBe(false);
});

test('the same version again mends what was changed', () => {
  writeFileSync(`${installed}/support-manager.mjs`, 'console.log("not ours")');
  expect(() => run(downloads.now, 'status')).toThrow(/CHANGED|Command failed/);
  expect(run(downloads.now, 'update')).toContain(`Version ${version} is installed`);
  expect(run(downloads.now, 'status')).toContain('as it was installed');
});
