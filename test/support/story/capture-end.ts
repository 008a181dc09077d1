import type { Page } from 'puppeteer';

interface Told {
  /** The page of the one whose screen is shown, and of the one who sees it; and what each shall read there. */
  owner: { page: Page; reads: string };
  viewer: { page: Page; reads: string };
}

/** Call it while a screen is shown. How many ms after its capture has ended the owner and the viewer were told. */
export async function watchCaptureEnd({ owner, viewer }: Told): Promise<() => Promise<Record<keyof Told, number>>> {
  await owner.page.evaluate(() => {
    const stream = document.querySelector<HTMLVideoElement>('[data-shown] video')?.srcObject as MediaStream;
    stream.getVideoTracks()[0]?.addEventListener('ended', ({ timeStamp }) => {
      // When the event was made, if the browser says so (Firefox: 0): the window's own listener has had it before.
      const ageMs = timeStamp > 0 ? performance.now() - timeStamp : 0;
      Object.assign(globalThis, { captureEndedAt: Math.round(Date.now() - ageMs) });
    });
  });
  const read = [owner, viewer].map(({ page, reads }) => readAt(page, reads));
  return async () => {
    const [toOwner = Infinity, toViewer = Infinity] = await Promise.all(read);
    const at = await owner.page.evaluate(() => (globalThis as { captureEndedAt?: number }).captureEndedAt);
    if (at === undefined) throw new Error('The capture has not ended by itself.');
    return { owner: toOwner - at, viewer: toViewer - at };
  };
}

/** When the text is there, in ms since 1970; both browsers have the same clock. */
const readAt = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const giveUp = setTimeout(() => reject(new Error(`Nobody has read “${wanted}”.`)), 20_000);
        const look = setInterval(() => {
          if (!document.body.innerText.includes(wanted)) return;
          clearInterval(look);
          clearTimeout(giveUp);
          resolve(Date.now());
        }, 5);
      }),
    text,
  );
