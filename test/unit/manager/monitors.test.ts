import { afterAll, beforeAll, expect, test } from 'vitest';
import type { XConnection } from '../../../manager/x11/connection.ts';
import { capturedSurface } from '../../../shared/browser/manager/captured-surface.ts';
import { type Desktop, openDesktop } from '../../support/manager/desktop.ts';
import { grant, hello, type ManagerProcess, startManager } from '../../support/manager/manager-process.ts';
import { waitFor } from '../../support/wait-for.ts';

let desktop: Desktop;
let manager: ManagerProcess;

interface Monitor {
  name: string;
  primary: boolean;
  x: number;
  width: number;
}

/** RandR 1.5's SetMonitor: a part of the desktop that is a monitor of its own. */
async function setMonitor(x: XConnection, { name, primary, x: left, width }: Monitor): Promise<void> {
  const { majorOpcode } = await x.ask(x.client.QueryExtension, 'RANDR');
  const request = Buffer.alloc(32);
  request[0] = majorOpcode;
  request[1] = 43;
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt32LE(x.root, 4);
  request.writeUInt32LE(await x.atom(name), 8);
  request[12] = primary ? 1 : 0;
  request.writeInt16LE(left, 16);
  request.writeUInt16LE(width, 20);
  request.writeUInt16LE(x.height, 22);
  // Nothing is answered.
  void x.askRaw(request, () => null).catch(() => undefined);
  await x.settled();
}

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
  expect(found).toEqual({ kind: 'desktop', screen: right });
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
