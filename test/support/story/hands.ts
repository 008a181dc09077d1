import type { Page } from 'puppeteer';
import type { Desktop } from '../manager/desktop.ts';
import type { Recorder } from '../manager/recorder.ts';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import type { Surface } from './screens.ts';

interface Place {
  x: number;
  y: number;
}

/** The viewer's picture of a screen or a window of somebody else. */
export interface Picture {
  /** Where it is shown. */
  page: Page;
  surface: Surface;
}

const view = ({ surface }: Picture) => `.screen-view[data-surface="${surface}"]`;

/** Waits until the viewer's control is in that state: idle, taking, waiting, held, suspended. */
export async function controlIs(picture: Picture, state: string, timeoutMs = 15_000): Promise<void> {
  let last: string | null = null;
  const look = async () => {
    last = await picture.page.evaluate((within) => {
      const says = document.querySelector<HTMLElement>(`${within} [data-control]`);
      return says && `${says.dataset['control']} ${says.innerText}`;
    }, view(picture));
    return last?.startsWith(`${state} `);
  };
  await waitFor(`control to be ${state}`, look, timeoutMs).catch((error: unknown) => {
    throw new Error(`Control should be ${state}; it is: ${last}`, { cause: error });
  });
}

/** Waits until control is held no more, for however short a time. */
export const losesControl = (picture: Picture): Promise<unknown> =>
  picture.page.waitForFunction(
    (within) => document.querySelector<HTMLElement>(`${within} [data-control]`)?.dataset['control'] !== 'held',
    { polling: 'mutation', timeout: 10_000 },
    view(picture),
  );

/** Where in the page a part of the picture is, and how many of its pixels one of the page's is. */
const placeOf = (picture: Picture, at: Place): Promise<Place & { pixels: number }> =>
  waitFor(
    'a picture in view',
    async () => {
      const place = await picture.page.evaluate(
        (within, part) => {
          const video = document.querySelector<HTMLVideoElement>(`${within} video`);
          if (!video || video.videoWidth === 0) return null;
          const box = video.getBoundingClientRect();
          const scale = Math.min(box.width / video.videoWidth, box.height / video.videoHeight);
          const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
          const x = box.left + (box.width - width) / 2 + part.x * width;
          const y = box.top + (box.height - height) / 2 + part.y * height;
          // A customer's window is made larger for the picture; until then it lies below the edge.
          return x < innerWidth && y < innerHeight ? { x, y, pixels: 1 / scale } : null;
        },
        view(picture),
        at,
      );
      return place ?? undefined;
    },
    20_000,
  );

/** A real click of the viewer's in the picture. Gives how exactly anybody can point there, in pixels of the picture. */
export async function clickIn(picture: Picture, at: Place): Promise<number> {
  const { x, y, pixels } = await placeOf(picture, at);
  await picture.page.mouse.click(x, y);
  return pixels;
}

/** Turns to the picture, which takes control. */
export async function takeControl(picture: Picture, at: Place = { x: 0.5, y: 0.5 }): Promise<void> {
  await clickIn(picture, at);
  await controlIs(picture, 'held');
}

/** What lies over the video in the viewer's picture: a number that is another for other pixels; null: nothing. */
const aheadNow = (picture: Picture): Promise<number | null> =>
  picture.page.evaluate((within) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`${within} .picture-patches`);
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    const words = new Uint32Array(pixels?.buffer ?? new ArrayBuffer());
    return words.some((word) => word !== 0) ? words.reduce((sum, word) => (sum * 31 + word) | 0, 7) : null;
  }, view(picture));

/** Red, green, blue and how much of it lies over the video at a part of the picture. */
export const aheadAt = (picture: Picture, at: Place): Promise<number[]> =>
  picture.page.evaluate(
    (within, { x, y }) => {
      const canvas = document.querySelector<HTMLCanvasElement>(`${within} .picture-patches`);
      const place = [Math.floor(x * (canvas?.width ?? 0)), Math.floor(y * (canvas?.height ?? 0))] as const;
      return [...(canvas?.getContext('2d')?.getImageData(...place, 1, 1).data ?? [])];
    },
    view(picture),
    at,
  );

/** Moves the pointer in the controlled picture until three different pictures have come ahead of the video, and that is said. */
export async function seesAhead(picture: Picture, at: Place): Promise<void> {
  const { x, y } = await placeOf(picture, at);
  const seen = new Set<number>();
  let moves = 0;
  await waitFor('changes ahead of the video', async () => {
    moves += 1;
    await picture.page.mouse.move(x + (moves % 8) * 8, y);
    const ahead = await aheadNow(picture);
    if (ahead !== null) seen.add(ahead);
    const says = await picture.page.$eval(`${view(picture)} [data-screen-stats]`, ({ textContent }) => textContent);
    return seen.size >= 3 && says.includes('changes at once');
  });
}

/** Why the latest input was not carried out. */
export const droppedIn = (picture: Picture, code: string): Promise<unknown> =>
  waitFor(`"${code}" at the pointer`, () => picture.page.$(`${view(picture)} [data-dropped="${code}"]`));

/** A place of that program's window, in parts of what is shown. */
export async function partOf(surface: Surface, { x }: Desktop, { id }: Recorder, at: Place): Promise<Place> {
  if (surface === 'application') return at;
  // A window manager has put a frame around it.
  const [size, corner] = await Promise.all([
    x.ask(x.client.GetGeometry, id),
    x.ask(x.client.TranslateCoordinates, id, x.root, 0, 0),
  ]);
  return {
    x: (corner.destX + at.x * size.width) / x.width,
    y: (corner.destY + at.y * size.height) / x.height,
  };
}

/** Brings a program's window to the front, as its person would. */
export async function raise({ x }: Desktop, { id }: Recorder): Promise<void> {
  x.client.SendClientMessage(x.root, id, await x.atom('_NET_ACTIVE_WINDOW'), 32, [2, 0, 0, 0, 0]);
  await x.settled();
}

/** The window that the browser has opened with that title. */
export const windowTitled = (browser: TestBrowser, title: string): Promise<Page> =>
  waitFor(`the window "${title}"`, async () => {
    for (const page of await browser.browser.pages()) {
      if ((await page.evaluate(() => document.title).catch(() => '')) === title) return page;
    }
    return undefined;
  });
