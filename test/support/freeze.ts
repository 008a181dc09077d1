import { setTimeout as sleep } from 'node:timers/promises';
import { processTree } from './process-tree.ts';
import type { TestBrowser } from './test-browser.ts';

/** As while a computer sleeps: nothing of the browser runs for so long, and then all goes on as if nothing had been. */
export async function freeze({ browser }: TestBrowser, ms: number): Promise<void> {
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('This browser is nobody’s process.');
  const all = processTree(root);
  const send = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const { pid } of all) process.kill(pid, signal);
  };
  send('SIGSTOP');
  await sleep(ms).finally(() => send('SIGCONT'));
}
