import { setTimeout as sleep } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { frameOf } from '../../../manager/wire/frames.ts';
import { awaitedMs } from '../../../shared/patch/patch-plan.ts';
import type { ManagerFact, ManagerInput, NativeSurface } from '../../../shared/protocol/manager.ts';
import { type Desktop, openDesktop } from '../../support/manager/desktop.ts';
import { grant, hello, type ManagerProcess, startManager } from '../../support/manager/manager-process.ts';
import { openRecorder, type Recorder } from '../../support/manager/recorder.ts';
import { waitFor } from '../../support/wait-for.ts';

type Changed = Extract<ManagerFact, { type: 'manager.changed' }>;

const size = { width: 1000, height: 700 };
const bytesPerSecond = 400_000;
const [red, blue] = [0xff_00_00, 0x00_00_ff];
/** Not on the corner of a square. */
const mark = { x: 203, y: 301, width: 20, height: 20 };

let desktop: Desktop;
let program: Recorder;
let manager: ManagerProcess;
let welcome: ManagerFact;
let beat: NodeJS.Timeout;
let screen: NativeSurface & { kind: 'desktop' };

const move = (x: number, y: number): ManagerInput => ({
  type: 'manager.pointer',
  grant,
  action: 'move',
  at: { x: x / size.width, y: y / size.height },
  button: 0,
});

/** The program paints. */
const paint = (colour: number, place = mark) => program.paint(colour, { ...place, x: place.x - 100, y: place.y - 100 });

const told = () => manager.facts.filter((fact): fact is Changed => fact.type === 'manager.changed');
type Spot = Pick<typeof mark, 'x' | 'y'>;
const colourIn = ({ parts, pixels }: Changed, at: Spot): number | null => {
  const bytes = inflateRawSync(Buffer.from(pixels, 'base64'));
  let start = 0;
  for (const { x, y, width, height } of parts) {
    const [right, down] = [at.x - x, at.y - y];
    if (right >= 0 && down >= 0 && right < width && down < height) {
      return bytes.readUInt32LE(start + (down * width + right) * 4) & 0xff_ff_ff;
    }
    start += width * height * 4;
  }
  return null;
};
/** Told in turn, each acknowledged, until there is one in which the place has that colour. */
async function toldColour(colour: number, at: Spot = mark): Promise<Changed> {
  let seen = 0;
  return waitFor(`#${colour.toString(16)} to be told`, () => {
    for (const changed of told().slice(seen)) {
      seen += 1;
      manager.send({ type: 'manager.watch-next', grant });
      if (colourIn(changed, at) === colour) return changed;
    }
    return undefined;
  });
}
const control = (surface: NativeSurface) => manager.ask({ type: 'manager.control', grant, surface });
const watch = (wanted = size) => manager.ask({ type: 'manager.watch', grant, size: wanted, bytesPerSecond });
const settled = () => manager.ask({ type: 'manager.system' });

beforeAll(async () => {
  desktop = await openDesktop(`${size.width}x${size.height}`);
  // A menu: nobody paints a frame around it.
  program = await openRecorder(desktop.display, {
    title: 'Program',
    x: 100,
    y: 100,
    width: 500,
    height: 500,
    menu: true,
  });
  manager = startManager({ display: desktop.display });
  welcome = await manager.ask(hello);
  beat = setInterval(() => manager.send({ type: 'manager.renew', grant }), 500);
  const listed = await manager.ask({ type: 'manager.surfaces' });
  if (listed.type !== 'manager.listed') throw new Error(listed.type);
  screen = { kind: 'desktop', screen: listed.screens[0]?.id ?? '' };
}, 60_000);
afterAll(async () => {
  clearInterval(beat);
  manager.kill();
  program.close();
  await desktop.close();
});
beforeEach(async () => {
  manager.send({ type: 'manager.pause', paused: false });
  await control(screen);
  await watch();
  await paint(blue);
  manager.facts.length = 0;
});

test('[H7] with an X server it says that it watches', () => {
  expect(welcome).toMatchObject({ type: 'manager.welcomed', watches: true });
});

test('[H7] what is painted after input is told at once, as it is on the screen, and the rest of the screen is not', async () => {
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  const changed = await toldColour(red);
  expect(changed.size).toEqual(size);
  const outside = { x: mark.x + 60, y: mark.y + 60 };
  expect([colourIn(changed, { x: mark.x + 19, y: mark.y + 19 }), colourIn(changed, outside)]).toEqual([red, null]);
  await sleep(awaitedMs);
  expect(manager.facts.map(({ type }) => type)).toContain('manager.unchanged');
});

test('[H7] one message is on its way at most; what changes meanwhile comes with the next', async () => {
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  await waitFor('a change', () => told().length > 0);
  await paint(blue, { ...mark, x: 300 });
  await paint(red, { ...mark, x: 400 });
  await settled();
  expect(told()).toHaveLength(1);
  manager.send({ type: 'manager.watch-next', grant });
  const next = await waitFor('the next', () => told()[1]);
  expect([colourIn(next, { x: 305, y: 305 }), colourIn(next, { x: 405, y: 305 })]).toEqual([blue, red]);
});

test('[H7] the pointer is in what is told as it is in the video, and is taken from where it was', async () => {
  const under = { x: mark.x + 10, y: mark.y + 10 };
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  await toldColour(red, under);
  manager.send(move(under.x, under.y));
  const blended = await waitFor('the pointer', () => {
    manager.send({ type: 'manager.watch-next', grant });
    return told().find((changed) => ![red, null].includes(colourIn(changed, under)));
  });
  expect(blended.parts.reduce((all, { width, height }) => all + width * height, 0)).toBeLessThan(48 * 48);
  manager.facts.length = 0;
  manager.send(move(700, 650));
  await toldColour(red, under);
});

test('[H7] what changes unasked is not read', async () => {
  await paint(red);
  await settled();
  expect(told()).toEqual([]);
});

test('[H7] a large change is not told, and takes back what was', async () => {
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  await toldColour(red);
  const before = told().length;
  await paint(blue, { x: 100, y: 100, width: 480, height: 480 });
  await waitFor('all to be left to the video', () => manager.facts.some(({ type }) => type === 'manager.unchanged'));
  expect(told()).toHaveLength(before);
});

test('[H7] once a question of consent is open the video shows all at once, not after the awaited time', async () => {
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  await toldColour(red);
  await settled();
  manager.facts.length = 0;
  manager.send({ type: 'manager.pause', paused: true });
  const answer = await settled();
  const before = manager.facts.slice(0, manager.facts.indexOf(answer));
  expect(before).toEqual([{ type: 'manager.unchanged', grant }]);
});

test('[H7] what comes of the first input after a question of consent is told, though it was open when the watch began', async () => {
  manager.send({ type: 'manager.pause', paused: true });
  await watch();
  manager.send({ type: 'manager.pause', paused: false });
  // Through X, after all that was asked of it before.
  await manager.ask({ type: 'manager.surfaces' });
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  await toldColour(red);
});

test('[H7] a watch that has ended before it began does not begin', async () => {
  const question = { type: 'manager.watch', id: 9_999, grant, size, bytesPerSecond } as const;
  manager.sendBytes(Buffer.concat([frameOf(question), frameOf({ type: 'manager.watch-end', grant })]));
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  await settled();
  await settled();
  expect(told()).toEqual([]);
});

const ends: Record<string, () => void> = {
  'a question of consent is open': () => manager.send({ type: 'manager.pause', paused: true }),
  'control has ended': () => manager.send({ type: 'manager.end', grant }),
  'the watch has ended': () => manager.send({ type: 'manager.watch-end', grant }),
};
test.each(Object.keys(ends))('[H7] nothing is read any more once %s', async (name) => {
  manager.send(move(700, 650));
  await settled();
  await paint(red);
  await toldColour(red);
  ends[name]?.();
  await settled();
  const before = told().length;
  manager.send(move(710, 650));
  await paint(blue);
  await settled();
  await settled();
  expect(told()).toHaveLength(before);
});

test('[H7] nothing is read any more once the lease is over, and it does not go on with a late renewal', async () => {
  clearInterval(beat);
  manager.send(move(700, 650));
  await waitFor('the end of the lease', () => manager.facts.some(({ type }) => type === 'manager.lapsed'));
  beat = setInterval(() => manager.send({ type: 'manager.renew', grant }), 500);
  manager.send({ type: 'manager.renew', grant });
  manager.send(move(700, 600));
  await settled();
  const before = told().length;
  await paint(red);
  await settled();
  expect(told()).toHaveLength(before);
});

test('[H7] a window is not watched, nor a picture of another size than its screen’s', async () => {
  expect(await watch({ ...size, width: 999 })).toMatchObject({ type: 'manager.failed', code: 'unsupported' });
  await control({ kind: 'application', window: String(program.id) });
  expect(await watch({ width: 500, height: 500 })).toMatchObject({ type: 'manager.failed', code: 'unsupported' });
  expect(await manager.ask({ type: 'manager.watch', grant: 'x'.repeat(22), size, bytesPerSecond })).toMatchObject({
    code: 'not-granted',
  });
});

test('[H7] where all of the screen is painted each time it is said that no more comes', async () => {
  const whole = await openRecorder(desktop.display, { title: 'All', ...size, menu: true });
  let colour = 0;
  await waitFor('the end of the watch', async () => {
    manager.send(move(700, 650));
    await whole.paint((colour += 1), { x: 0, y: 0, ...size });
    return manager.facts.some(({ type }) => type === 'manager.unwatched');
  });
  whole.close();
});

test('[H7] while the person has a hand on the mouse nothing is read, and afterwards it goes on', async () => {
  manager.send(move(700, 650));
  await settled();
  desktop.x.xtest.FakeInput(6, 0, 0, desktop.x.root, 20, 20);
  await waitFor('the rest', () => manager.facts.some(({ type }) => type === 'manager.suspended'));
  const before = told().length;
  manager.send(move(710, 650));
  await paint(red);
  await settled();
  await settled();
  expect(told()).toHaveLength(before);
  await watch();
  await manager.fact('manager.resumed');
  manager.send(move(700, 650));
  await settled();
  await paint(blue);
  await toldColour(blue);
});

test('[H7] what is painted and looks as before is not told', async () => {
  manager.send(move(700, 650));
  await settled();
  // As Firefox does for one letter.
  const window = { x: 100, y: 100, width: 500, height: 500 };
  await paint(blue, window);
  await watch();
  manager.send(move(705, 650));
  await settled();
  await paint(blue, window);
  await paint(red);
  expect((await toldColour(red)).parts).toEqual([{ x: 192, y: 288, width: 32, height: 48 }]);
});
