import { setTimeout as sleep } from 'node:timers/promises';
import { lumaOf } from './framebuffer.ts';
import { fillScreen } from './fill-screen.ts';
import type { ScreenPeer } from './peer.ts';
import { pictureIn } from './picture.ts';
import { type Grey, halved, likenessOfText } from './readable.ts';
import { screen, type Stage } from './stage.ts';

/** Scrolling stops, and so long later the picture is to be read. */
const settleMs = 8_000;
const scrollMs = 3_000;
/** Clear of what the browser itself puts at the edges. */
const area = { left: 160, top: 240, right: 1_760, bottom: 880 };

export interface StillFigures {
  /** Of the text at rest, 0…1, see `likenessOfText`. */
  likeness: number;
  /** Of the same text at half its size. */
  halfSize: number;
}

/** How well text that has come to rest is read in the picture itself, before it is fitted into the host's window. */
export async function still(stage: Stage, peer: ScreenPeer): Promise<StillFigures> {
  await stage.setText('scroll');
  await fillScreen(peer.viewer);
  await peer.start();
  try {
    await pictureIn(peer.viewer, peer.picture);
    await sleep(scrollMs);
    await stage.setText('still');
    await sleep(settleMs);
    const original = { luma: lumaOf(stage.displays.customer.framebuffer), ...screen };
    const seen = await frameOf(peer);
    return {
      likeness: likenessOfText(original, seen, area),
      halfSize: likenessOfText(original, halved(original), area),
    };
  } finally {
    await peer.stop();
  }
}

export async function frameOf({ viewer, picture }: ScreenPeer): Promise<Grey> {
  const base64 = await viewer.evaluate(
    (selector, { width, height }) => {
      const video = document.querySelector<HTMLVideoElement>(selector);
      const pen = new OffscreenCanvas(width, height).getContext('2d');
      if (!video || !pen) throw new Error(`No picture in ${selector}`);
      pen.drawImage(video, 0, 0, width, height);
      const { data } = pen.getImageData(0, 0, width, height);
      const luma = new Uint8Array(width * height);
      for (let at = 0; at < luma.length; at += 1) {
        const [red = 0, green = 0, blue = 0] = data.subarray(4 * at, 4 * at + 3);
        luma[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
      }
      return (luma as Uint8Array & { toBase64(): string }).toBase64();
    },
    picture,
    screen,
  );
  return { luma: new Uint8Array(Buffer.from(base64, 'base64')), ...screen };
}
