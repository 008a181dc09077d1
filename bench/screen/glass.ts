import { setTimeout as sleep } from 'node:timers/promises';
import { codeDelays } from './code-delays.ts';
import { watch } from './eyes.ts';
import { fillScreen } from './fill-screen.ts';
import type { ScreenPeer } from './peer.ts';
import { codeOnScreen, eyeOn, pictureIn } from './picture.ts';
import { processTime } from './process-time.ts';
import { screen, type Stage } from './stage.ts';

export interface GlassFigures {
  /** Customer's screen → host's screen, ms, for each frame that came. */
  delays: number[];
  /** Frames a second that came, and that the page drew. */
  fps: number;
  sourceFps: number;
  kbps: number;
  /** Processor time in hundredths of one core: the customer's browser with whatever captures, and the host's. */
  ownerCpu: number;
  viewerCpu: number;
  /** Choice → first frame, ms; null: there is no choice. */
  firstFrame: number | null;
}

/** Bandwidth estimates have grown by then. */
const warmUpMs = 3_000;
const measureMs = 6_000;

/** Shows scrolling text through that peer and looks at both screens. */
export async function glass(stage: Stage, peer: ScreenPeer): Promise<GlassFigures> {
  const { host, customer } = stage.displays;
  await stage.setText('scroll');
  await fillScreen(peer.viewer);
  const firstFrame = await peer.start();
  try {
    await sleep(warmUpMs);
    const box = await pictureIn(peer.viewer, peer.picture);
    const whole = { left: 0, top: 0, ...screen };
    const { y, xs } = await codeOnScreen(stage.text);
    const eyes = [eyeOn(customer.framebuffer, whole, y, xs), eyeOn(host.framebuffer, box, y, xs)];
    const pids = (side: 'host' | 'customer') => stage.story[side].browser.process()?.pid ?? 0;
    const used = () => ({
      bytes: peer.received(),
      owner: [pids('customer'), ...peer.helpers()].reduce((sum, pid) => sum + processTime(pid), 0),
      viewer: processTime(pids('host')),
    });
    const looking = await watch(eyes);
    const began = performance.now();
    const before = used();
    const bytesBefore = await before.bytes;
    await sleep(measureMs);
    const seconds = (performance.now() - began) / 1_000;
    const after = used();
    const [source = [], picture = []] = await looking.end();
    const { delays, seen, made } = codeDelays(source, picture);
    return {
      delays,
      fps: seen / seconds,
      sourceFps: made / seconds,
      kbps: (((await after.bytes) - bytesBefore) * 8) / seconds / 1_000,
      ownerCpu: (after.owner - before.owner) / seconds / 10,
      viewerCpu: (after.viewer - before.viewer) / seconds / 10,
      firstFrame,
    };
  } finally {
    await peer.stop();
    await stage.setText('still');
  }
}
