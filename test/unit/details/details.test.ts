import { expect, test } from 'vitest';
import { mountedDisks } from '../../../manager/system/disks.ts';
import { programs, readPs, readStatus, readTaskList } from '../../../manager/system/programs.ts';
import { createLineBudget } from '../../../shared/browser/cobrowse/log/line-budget.ts';
import { browserName } from '../../../shared/browser/details/browser-name.ts';

test('a page that writes too fast is cut short, and what is left out is counted once', () => {
  let now = 0;
  const budget = createLineBudget(3, () => now);
  expect([1, 2, 3, 4, 5].map(() => budget.take())).toEqual([true, true, true, false, false]);
  expect([budget.dropped(), budget.dropped()]).toEqual([2, 0]);
  now = 1_000;
  expect(budget.take()).toBe(true);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140.0'],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36', 'Chrome 150.0.0.0'],
  ['Mozilla/5.0 (Windows) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0.1.2', 'Edge 150.0.1.2'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15', 'Safari 18.1'],
  ['something new', 'something new'],
])('%s is %s', (agent, name) => {
  expect(browserName(agent)).toBe(name);
});

test('each device is a disk once, and what is no device is none', () => {
  const mounts = [
    'proc /proc proc rw 0 0',
    '/dev/sda1 / ext4 rw 0 0',
    '/dev/sda1 /again ext4 rw 0 0',
    '/dev/sdb1 /media/My\\040Stick vfat rw 0 0',
    '/dev/loop3 /snap/x squashfs ro 0 0',
  ].join('\n');
  expect(mountedDisks(mounts)).toEqual(['/', '/media/My Stick']);
});

test('programs are read on each system, by name and memory and nothing else', async () => {
  const mib = 1_048_576;
  expect(readStatus('Name:\tfirefox\nVmRSS:\t    1024 kB\n')).toEqual([{ name: 'firefox', memoryBytes: mib }]);
  expect(readStatus('Name:\tkthreadd\n')).toEqual([]);
  expect(readPs('  1024 /Applications/Safari.app/Contents/MacOS/Safari\n\n')).toEqual([
    { name: 'Safari', memoryBytes: mib },
  ]);
  expect(readTaskList('"chrome.exe","4711","Console","1","1 024 K"\r\n')).toEqual([
    { name: 'chrome.exe', memoryBytes: mib },
  ]);
  const here = await programs();
  expect(here.length).toBeGreaterThan(0);
  expect(here).toEqual(here.toSorted((a, b) => b.memoryBytes - a.memoryBytes));
});
