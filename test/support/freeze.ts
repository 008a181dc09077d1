import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestBrowser } from './test-browser.ts';

/** As while a computer sleeps: nothing of the browser runs for so long, and then all goes on as if nothing had been. */
export async function freeze({ browser }: TestBrowser, ms: number): Promise<void> {
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('This browser is nobody’s process.');
  const all = withChildren(root);
  const send = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of all) process.kill(pid, signal);
  };
  send('SIGSTOP');
  await sleep(ms).finally(() => send('SIGCONT'));
}

function withChildren(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name));
  }
  const isIn = (pid: number): boolean => pid === root || (parents.has(pid) && isIn(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isIn);
}

/** The name of a program stands in brackets before it and may hold anything. */
function parentOf(pid: string): number {
  try {
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return Number(parent);
  } catch {
    return 0;
  }
}
