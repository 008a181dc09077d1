import { afterAll, beforeAll, expect, test } from 'vitest';
import { capturedSurface } from '../../../shared/browser/manager/captured-surface.ts';
import { type Desktop, openDesktop } from '../../support/manager/desktop.ts';
import { grant, hello, type ManagerProcess, startManager } from '../../support/manager/manager-process.ts';
import { openRecorder } from '../../support/manager/recorder.ts';
import { moveMonitor, setMonitor } from '../../support/manager/set-monitor.ts';
import { waitFor } from '../../support/wait-for.ts';

let desktop: Desktop;
let manager: ManagerProcess;

beforeAll(async () => {
  desktop = await openDesktop('1200x600');
  await setMonitor(desktop.x, { name: 'LEFT', primary: true, x: 0, width: 700 });
  await setMonitor(desktop.x, { name: 'RIGHT', primary: false, x: 700, width: 500 });
  manager = startManager({ display: desktop.display });
  await manager.ask(hello);
}, 60_000);
afterAll(async () => {
  manager.kill();
  await desktop.close();
});

async function screens() {
  const listed = await manager.ask({ type: 'manager.surfaces' });
  return listed.type === 'manager.listed' ? listed.screens : [];
}

test('each monitor is a screen of its own, and the browser’s picker names it by the same number', async () => {
  const listed = await screens();
  expect(listed.map(({ name, x, width, height }) => ({ name, x, width, height }))).toEqual(
    expect.arrayContaining([
      { name: 'LEFT', x: 0, width: 700, height: 600 },
      { name: 'RIGHT', x: 700, width: 500, height: 600 },
    ]),
  );
  const right = listed.find(({ name }) => name === 'RIGHT')?.id ?? '';
  const label = `screen:${right}:0`;
  const found = capturedSurface({ label, width: 500, height: 600 }, { screens: listed, windows: [] });
  expect(found).toEqual({ surface: { kind: 'desktop', screen: right }, isSure: true });
});

test.each([
  ['LEFT', { x: 350, y: 300 }],
  ['RIGHT', { x: 950, y: 300 }],
] as const)('the middle of %s is in its middle', async (name, place) => {
  const screen = (await screens()).find((one) => one.name === name)?.id ?? '';
  await manager.ask({ type: 'manager.control', grant, surface: { kind: 'desktop', screen } });
  manager.send({ type: 'manager.pointer', grant, action: 'move', at: { x: 0.5, y: 0.5 }, button: 0 });
  await waitFor('the pointer to be there', async () => {
    const { rootX, rootY } = await desktop.x.ask(desktop.x.client.QueryPointer, desktop.x.root);
    return rootX === place.x && rootY === place.y;
  });
});

test('[H7] a screen that is moved is watched no more, and what is now where it was is not told', async () => {
  const screen = (await screens()).find(({ name }) => name === 'RIGHT')?.id ?? '';
  const program = await openRecorder(desktop.display, {
    title: 'P',
    x: 1000,
    y: 100,
    width: 100,
    height: 100,
    menu: true,
  });
  const watch = { type: 'manager.watch', grant, size: { width: 500, height: 600 }, bytesPerSecond: 400_000 } as const;
  const square = { x: 10, y: 10, width: 20, height: 20 };
  const told = () => manager.facts.filter(({ type }) => type === 'manager.changed').length;
  await manager.ask({ type: 'manager.control', grant, surface: { kind: 'desktop', screen } });
  expect(await manager.ask(watch)).toMatchObject({ type: 'manager.done' });
  manager.send({ type: 'manager.pointer', grant, action: 'move', at: { x: 0.2, y: 0.9 }, button: 0 });
  await screens();
  await program.paint(0xff_00_00, square);
  await waitFor('a change', () => told() > 0);
  const before = told();
  await moveMonitor(desktop.x, { name: 'RIGHT', primary: false, x: 600, width: 500 });
  manager.send({ type: 'manager.watch-next', grant });
  await program.paint(0x00_00_ff, square);
  await manager.fact('manager.unwatched');
  expect(told()).toBe(before);
  expect((await screens()).find(({ name }) => name === 'RIGHT')?.x).toBe(600);
  program.close();
});
