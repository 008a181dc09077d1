import { setTimeout as sleep } from 'node:timers/promises';
import { openX } from '../../manager/x11/connection.ts';
import { watch } from './eyes.ts';
import { fillScreen } from './fill-screen.ts';
import type { ControlPeer } from './peer.ts';
import { eyeOn, pictureIn } from './picture.ts';
import { screen, type Stage } from './stage.ts';

/** Middle of the square in the page that turns over when it is pressed, pixels. */
const target = { x: 960, y: 540 };
const clicks = 15;
const warmUpMs = 2_000;
const missedAfterMs = 1_000;
const x11Events = { press: 4, release: 5, move: 6 };
const leftButton = 1;

/** Press on the host's screen → the pressed thing changes on the host's screen, ms for each; infinite: nothing came of it. */
export async function click(stage: Stage, peer: ControlPeer): Promise<number[]> {
  await stage.setText('target');
  await fillScreen(peer.viewer);
  await peer.start();
  const x = await openX(stage.displays.host.name);
  const fake = (type: number, detail: number, at = { x: 0, y: 0 }) =>
    x.xtest.FakeInput(type, detail, 0, x.root, at.x, at.y);
  try {
    await sleep(warmUpMs);
    const box = await pictureIn(peer.viewer, peer.picture);
    const place = {
      x: Math.round(box.left + (target.x / screen.width) * box.width),
      y: Math.round(box.top + (target.y / screen.height) * box.height),
    };
    const press = () => {
      fake(x11Events.press, leftButton);
      fake(x11Events.release, leftButton);
      return performance.timeOrigin + performance.now();
    };
    fake(x11Events.move, 0, place);
    // The first one takes hold of the picture.
    press();
    await peer.taken?.();
    await sleep(missedAfterMs);
    // Beside the pointer, which the picture may carry.
    const looking = await watch([eyeOn(stage.displays.host.framebuffer, box, target.y - 60, [target.x])]);
    const pressed: number[] = [];
    for (let at = 0; at < clicks; at += 1) {
      pressed.push(press());
      // At no fixed place within a frame.
      await sleep(missedAfterMs + Math.random() * 100);
    }
    const [[, ...changes] = []] = await looking.end();
    return pressed.map((at, index) => {
      const seen = changes.find((change) => change.at > at)?.at ?? Infinity;
      return seen < (pressed[index + 1] ?? Infinity) ? seen - at : Infinity;
    });
  } finally {
    x.close();
    await peer.stop();
    await stage.setText('still');
  }
}
