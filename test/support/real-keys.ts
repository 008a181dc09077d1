import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findTool } from '../../scripts/browsers.ts';

const run = promisify(execFile);

/** Keys of the real keyboard, and its mouse, for what belongs to the browser and is no page; by the names that xdotool knows. */
export function realKeys(display: string) {
  const xdotool = async (...args: string[]) => {
    // Without a locale it cannot read the dash in the titles of Firefox.
    const env = { ...process.env, DISPLAY: display, LC_ALL: 'C.UTF-8' };
    return (await run(findTool('xdotool') ?? 'xdotool', args, { env, timeout: 15_000 })).stdout;
  };
  return {
    /** Ids of the windows whose title contains `title`; none is no error. */
    async windows(title: string): Promise<string[]> {
      const found = await xdotool('search', '--onlyvisible', '--name', title).catch(() => '');
      return found.split('\n').filter((id) => id !== '');
    },
    /** Clicks into a window, so many pixels from its right edge and at half its height. */
    async clickFromRight(window: string, pixels: number): Promise<void> {
      const shape = await xdotool('getwindowgeometry', '--shell', window);
      const [width, height] = ['WIDTH', 'HEIGHT'].map((name) => Number(new RegExp(`${name}=(\\d+)`).exec(shape)?.[1]));
      const at = [(width ?? 0) - pixels, Math.round((height ?? 0) / 2)].map(String);
      await xdotool('mousemove', '--window', window, ...at, 'click', '1');
    },
    async press(window: string, ...keys: string[]): Promise<void> {
      await xdotool('windowactivate', '--sync', window);
      await xdotool('key', '--delay', '60', ...keys);
    },
  };
}
