import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findTool } from '../../scripts/browsers.ts';

export interface Display {
  /** Value for the environment variable DISPLAY, such as `:99`. */
  name: string;
  close(): Promise<void>;
}

/**
 * A screen of its own (`WIDTHxHEIGHT` in pixels) with a window manager, so that windows stack and take the focus as
 * they do for people. `framebuffer`: a folder in which its pixels are kept as a file.
 */
export async function openDisplay(size = '1280x800', framebuffer?: string): Promise<Display> {
  const xvfb = spawn(
    findTool('xvfb') ?? 'Xvfb',
    [
      ...['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-ac'],
      ...(framebuffer === undefined ? [] : ['-fbdir', framebuffer]),
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const name = `:${await firstLine(xvfb)}`;
  const openbox = spawn(findTool('openbox') ?? 'openbox', [], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: name, LC_ALL: 'C.UTF-8' },
  });
  return {
    name,
    async close() {
      await end(openbox);
      await end(xvfb);
    },
  };
}

/** Xvfb writes its number once it accepts connections. */
function firstLine(xvfb: ChildProcess): Promise<string> {
  const numbers = xvfb.stdio[3];
  if (!numbers || !('on' in numbers)) throw new Error('Xvfb has no pipe for its number.');
  return new Promise((resolve, reject) => {
    let text = '';
    numbers.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    xvfb.on('error', reject);
    xvfb.on('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it was ready.`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(3_000).then(() => child.kill('SIGKILL'))]);
}
