import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Rectangle } from '../../../manager/desk/desk.ts';
import type { Eyes } from '../../../manager/desk/eyes.ts';
import { createScreenWatch } from '../../../manager/watch/screen-watch.ts';
import { createWatch } from '../../../manager/watch/watch.ts';
import { awaitedMs } from '../../../shared/patch/patch-plan.ts';

const grant = 'grant-grant-grant-gran';
const area = { x: 0, y: 0, width: 160, height: 160 };
const square = { x: 16, y: 16, width: 16, height: 16 };
const pointer = { x: 150, y: 150, width: 1, height: 1, pixels: new Uint8Array(4) };

/** A system of which the test says what was painted, and which writes down what is read. */
function standInEyes() {
  const reads: (readonly Rectangle[])[] = [];
  let [painted, colour, notice]: [Rectangle[], number, () => void] = [[], 0, () => {}];
  const on = { look: () => {}, read: () => {} };
  const eyes: Eyes = {
    read(places) {
      reads.push(places);
      on.read();
      const pixels = places.reduce((all, { width, height }) => all + width * height, 0);
      return Promise.resolve(new Uint8Array(pixels * 4).fill(colour));
    },
    open(onChange) {
      notice = onChange;
      return {
        look() {
          const sight = { painted, pointer };
          painted = [];
          on.look();
          return Promise.resolve(sight);
        },
        close: () => {},
      };
    },
  };
  function paint(place: Rectangle): void {
    painted.push(place);
    colour += 1;
    notice();
  }
  return { eyes, on, reads, paint };
}

function open() {
  const { eyes, on, reads, paint } = standInEyes();
  const told: string[] = [];
  const askedAfresh: boolean[] = [];
  const state = { time: 0, mayRead: true, isThere: true };
  const watch = createScreenWatch({
    eyes,
    area,
    bytesPerSecond: 400_000,
    mayRead: () => state.mayRead,
    isThere(isAfresh) {
      askedAfresh.push(isAfresh);
      return Promise.resolve(state.isThere);
    },
    onChanged: () => told.push('changed'),
    onUnchanged: () => told.push('unchanged'),
    onGivenUp: () => told.push('given up'),
    now: () => state.time,
  });
  onTestFinished(watch.stop);
  /** It watches, and has read all of the screen. */
  async function begun(): Promise<void> {
    await watch.begin();
    expect(reads.splice(0)).toEqual([[area]]);
  }
  /** So, and something that came of input was told. */
  async function covering(): Promise<void> {
    await begun();
    watch.awaited();
    await turn();
    paint(square);
    await turn();
    expect([reads.splice(0), told.splice(0)]).toEqual([[[square]], ['changed']]);
    watch.next();
    await turn();
  }
  return { watch, on, reads, paint, told, askedAfresh, state, begun, covering };
}

test('[H7] nothing is read before there is input', async () => {
  const { begun, paint, reads, watch } = open();
  await begun();
  paint(square);
  watch.look();
  await turn();
  expect(reads).toEqual([]);
});

test('[H7] the system itself is asked where the screen is when all of it was read, and after input before anything is', async () => {
  const { begun, watch, askedAfresh, reads } = open();
  await begun();
  expect(askedAfresh.splice(0)).toEqual([true]);
  watch.awaited();
  await turn();
  expect([askedAfresh, reads]).toEqual([[false, true], []]);
});

type Opened = ReturnType<typeof open>;
test.each<[string, (opened: Opened) => void]>([
  ['the watch has ended', ({ watch }) => watch.stop()],
  ['consent is over or on hold', ({ state }) => void (state.mayRead = false)],
  ['the screen is elsewhere', ({ state }) => void (state.isThere = false)],
  ['the awaited time is over', ({ state }) => void (state.time = awaitedMs)],
])('[H7] nothing is read once %s, and the video shows all', async (_name, happens) => {
  const opened = open();
  const { covering, watch, paint, told, reads } = opened;
  await covering();
  happens(opened);
  paint(square);
  watch.look();
  await turn();
  paint(square);
  watch.look();
  await turn();
  expect([reads, told.filter((one) => one !== 'given up')]).toEqual([[], ['unchanged']]);
});

test('[H7] once consent is on hold the video shows all at once, while the clock stands still', async () => {
  const { covering, watch, state, told } = open();
  await covering();
  watch.checkConsent();
  expect(told).toEqual([]);
  state.mayRead = false;
  watch.checkConsent();
  expect(told).toEqual(['unchanged']);
});

test('[H7] the whole screen is not read where consent ends while it is looked at, nor kept where it ends meanwhile', async () => {
  const { watch, on, reads, state } = open();
  on.look = () => void (state.mayRead = false);
  await watch.begin();
  expect(reads).toEqual([]);
  [on.look, on.read, state.mayRead] = [() => {}, () => void (state.mayRead = false), true];
  await watch.begin();
  expect(reads.splice(0)).toEqual([[area]]);
  [on.read, state.mayRead] = [() => {}, true];
  await watch.begin();
  expect(reads).toEqual([[area]]);
});

test('[H7] after a large change input does not have it read again at once', async () => {
  const { covering, watch, paint, reads, told } = open();
  await covering();
  paint(area);
  await turn();
  expect([reads.splice(0).length, told]).toEqual([1, ['unchanged']]);
  paint(area);
  watch.look();
  await turn();
  expect(reads).toEqual([]);
});

test('[H7] control that ends before the screens are known leaves nothing that watches', async () => {
  const { eyes, reads } = standInEyes();
  let surface: { kind: 'desktop'; screen: string } | null = { kind: 'desktop', screen: '1' };
  const watch = createWatch({
    desk: {
      screens() {
        surface = null;
        return Promise.resolve([{ id: '1', name: '', primary: true, ...area }]);
      },
    },
    eyes,
    control: { closed: () => null, surfaceOf: () => surface },
    tell: () => {},
    now: () => 0,
  });
  const size = { width: area.width, height: area.height };
  expect(await watch.begin({ grant, size, bytesPerSecond: 1 })).toBe('not-granted');
  await turn();
  expect([reads, watch.of(grant)]).toEqual([[], null]);
});
