import type { Page } from 'puppeteer';

const colours = { red: '#f00000', green: '#00b000', blue: '#0000f0' } as const;
export type Colour = keyof typeof colours;
export type Half = 'left' | 'right';

/** Half of that page is of this colour, and all else is white and stands still. */
export const paint = (page: Page, colour: Colour, half: Half): Promise<void> =>
  page.evaluate(
    (background, side) => {
      for (const one of document.querySelectorAll<HTMLElement>('body > *:not(#patch)')) one.hidden = true;
      const patch = document.querySelector<HTMLElement>('#patch') ?? document.createElement('div');
      patch.id = 'patch';
      patch.style.cssText = `position:fixed;inset:0 auto 0 0;width:50vw;height:100vh;translate:${side === 'left' ? 0 : '50vw'};background:${background}`;
      document.body.append(patch);
    },
    colours[colour],
    half,
  );

/** Of a picture's pixels. */
export interface Patch {
  colour: Colour;
  /** Where the middle of it is, from the left edge to the right: 0 to 1. */
  x: number;
}

/** The patch that the recorded screen shows, or null: none, or none yet. */
export const patchOf = (page: Page): Promise<Patch | null> =>
  page.evaluate(() => {
    const [width, height] = [160, 100];
    const video = document.querySelector<HTMLVideoElement>('figure.playback-screen:not([hidden]) video');
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    if (!video || video.seeking || video.readyState < 2 || !pen) return null;
    pen.drawImage(video, 0, 0, width, height);
    const { data } = pen.getImageData(0, 0, width, height);
    const found = { red: { count: 0, x: 0 }, green: { count: 0, x: 0 }, blue: { count: 0, x: 0 } };
    const names = ['red', 'green', 'blue'] as const;
    for (let at = 0; at < data.length; at += 4) {
      const parts = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const highest = names[parts.indexOf(Math.max(...parts))];
      const [low = 0, middle = 0, high = 0] = parts.toSorted((a, b) => a - b);
      if (!highest || high < 120 || middle > 90 || low > 90) continue;
      found[highest].count += 1;
      found[highest].x += (at / 4) % width;
    }
    const colour = names.toSorted((a, b) => found[b].count - found[a].count)[0];
    if (!colour || found[colour].count < (width * height) / 50) return null;
    return { colour, x: found[colour].x / found[colour].count / width };
  });
