import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { screenshot } from '../test/support/screenshot.ts';

export interface Camera {
  /** Says what happens now. */
  step(line: string): void;
  /** Waits until people have seen what a page shows, then keeps it as `NN-SIDE-WHAT.png`. */
  take(page: Page, side: 'host' | 'customer', what: string): Promise<void>;
}

export interface CameraOptions {
  /** Emptied first. */
  folder: string;
  /** How long people look at each picture. */
  lookMs: number;
  say(line: string): void;
}

/** Numbers steps and pictures alike: the pictures of step 7 begin with 07. */
export function createCamera({ folder, lookMs, say }: CameraOptions): Camera {
  rmSync(folder, { recursive: true, force: true });
  let number = 0;
  const twoDigits = () => String(number).padStart(2, '0');
  return {
    step(line) {
      number += 1;
      say(`${twoDigits()}  ${line}`);
    },
    async take(page, side, what) {
      await sleep(lookMs);
      await screenshot(page, folder, `${twoDigits()}-${side}-${what}`);
    },
  };
}
