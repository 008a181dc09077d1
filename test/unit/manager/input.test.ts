import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { managerLimits } from '../../../shared/protocol/manager-limits.ts';
import type { ManagerInput, NativeSurface } from '../../../shared/protocol/manager.ts';
import { type Desktop, openDesktop } from '../../support/manager/desktop.ts';
import { grant, hello, type ManagerProcess, startManager } from '../../support/manager/manager-process.ts';
import { openRecorder, type Recorder } from '../../support/manager/recorder.ts';
import { waitFor } from '../../support/wait-for.ts';

let desktop: Desktop;
let target: Recorder;
let other: Recorder;
let manager: ManagerProcess;
let beat: NodeJS.Timeout;

const window = (recorder: Recorder): NativeSurface => ({ kind: 'application', window: String(recorder.id) });
const at = (x: number, y: number) => ({ x: x / 400, y: y / 300 });
const pointer = (action: 'move' | 'down' | 'up', x: number, y: number): ManagerInput => ({
  type: 'manager.pointer',
  grant,
  action,
  at: at(x, y),
  button: 0,
});
const key = (action: 'down' | 'up', name: string): ManagerInput => ({
  type: 'manager.key',
  grant,
  action,
  key: name,
  code: '',
});
const press = (name: string) => {
  for (const action of ['down', 'up'] as const) manager.send(key(action, name));
};

/** Answers come in the order of what was sent, so after one all that was sent before has been carried out. */
async function settled() {
  await manager.ask({ type: 'manager.system' });
  await Promise.all([target.x.settled(), other.x.settled()]);
}

async function controlOf(surface: NativeSurface) {
  expect(await manager.ask({ type: 'manager.control', grant, surface })).toMatchObject({ type: 'manager.done' });
}

async function raise(recorder: Recorder) {
  await controlOf(window(recorder));
  await manager.ask({ type: 'manager.raise', grant });
  await waitFor('the focus', async () => {
    const { focus } = await desktop.x.ask(desktop.x.client.GetInputFocus);
    return focus === recorder.id;
  });
}

/** A window manager looks at each click first, and may take its time. */
const clicked = (recorder: Recorder) => waitFor('the click', () => recorder.of('ButtonRelease').length > 0);
const typed = (text: string, before: string) =>
  waitFor('the text', () => target.text().length >= before.length + text.length).then(() =>
    expect(target.text().slice(before.length)).toBe(text),
  );

const dropped = (from = 0) =>
  manager.facts.slice(from).flatMap((fact) => (fact.type === 'manager.dropped' ? [fact.code] : []));

beforeAll(async () => {
  desktop = await openDesktop();
  target = await openRecorder(desktop.display, { title: 'Cíl', x: 100, y: 100 });
  other = await openRecorder(desktop.display, { title: 'Other', x: 700, y: 100 });
  manager = startManager({ display: desktop.display });
  await manager.ask(hello);
  beat = setInterval(() => manager.send({ type: 'manager.renew', grant }), 500);
}, 60_000);
afterAll(async () => {
  clearInterval(beat);
  manager.kill();
  target.close();
  other.close();
  await desktop.close();
});
beforeEach(async () => {
  await raise(target);
  target.events.length = 0;
  other.events.length = 0;
});

test('there is input under X', () => {
  expect(manager.facts).toContainEqual(
    expect.objectContaining({ type: 'manager.welcomed', system: 'linux', noInput: null, clipboard: true }),
  );
});

test('windows are listed from the top down, with their titles and what shows of them', async () => {
  const listed = await manager.ask({ type: 'manager.surfaces' });
  expect(listed).toMatchObject({
    type: 'manager.listed',
    screens: [{ name: 'screen', x: 0, y: 0, width: 1280, height: 800 }],
    windows: [
      { id: String(target.id), title: 'Cíl', program: 'Recorder', minimised: false, width: 400, height: 300 },
      { id: String(other.id), title: 'Other' },
    ],
  });
});

test('1,000 moves and 1,000 keys come in order, and none is lost', async () => {
  for (let index = 0; index < 1_000; index += 1) {
    manager.send(pointer('move', index % 400, Math.floor(index / 400)));
    press('abcdefghij'.charAt(index % 10));
    // As fast as is allowed and no faster.
    if (index % 50 === 49) await sleep(150);
  }
  await settled();
  expect(dropped()).toEqual([]);
  const places = target.of('MotionNotify').map((event) => [event['x'], event['y']]);
  expect(places).toEqual(Array.from({ length: 1_000 }, (_, index) => [index % 400, Math.floor(index / 400)]));
  const keys = target.events.filter(({ name }) => name.startsWith('Key'));
  expect(keys.map(({ name }) => name)).toEqual(
    Array.from({ length: 2_000 }, (_, index) => (index % 2 ? 'KeyRelease' : 'KeyPress')),
  );
  await waitFor('all letters', () => target.text().endsWith('abcdefghij'.repeat(100)));
});

test('any text arrives as it was written', async () => {
  const text = 'abcXYZ 19 @#{}[]~ Příliš žluťoučký kůň úpěl ďábelské ódy €ß Ωя 日本語 😀👍🏽\nkonec';
  const before = target.text();
  manager.send({ type: 'manager.text', grant, text });
  await typed(text, before);
});

test('text is typed as it stands while the host holds Shift', async () => {
  const before = target.text();
  manager.send(key('down', 'Shift'));
  manager.send({ type: 'manager.text', grant, text: 'aB1' });
  manager.send(key('up', 'Shift'));
  await typed('aB1', before);
});

test('buttons, the wheel and a chord come as a mouse and a keyboard would bring them', async () => {
  manager.send(pointer('down', 10, 20));
  manager.send(pointer('up', 10, 20));
  await clicked(target);
  manager.send({ type: 'manager.wheel', grant, at: at(10, 20), dx: 0, dy: 50 });
  manager.send({ type: 'manager.wheel', grant, at: at(10, 20), dx: -120, dy: 70 });
  manager.send(key('down', 'Control'));
  press('z');
  manager.send(key('up', 'Control'));
  await settled();
  const seen = target.events.map(({ name, keycode, x, y }) =>
    name.startsWith('Button') ? [name, keycode, x, y] : [name],
  );
  expect(seen.filter(([name]) => name !== 'MotionNotify')).toEqual([
    ['ButtonPress', 1, 10, 20],
    ['ButtonRelease', 1, 10, 20],
    ...[6, 5].flatMap((button) => ['ButtonPress', 'ButtonRelease'].map((name) => [name, button, 10, 20])),
    ...['KeyPress', 'KeyPress', 'KeyRelease', 'KeyRelease'].map((name) => [name]),
  ]);
  const [, z] = target.of('KeyPress');
  expect(Number(z?.['buttons']) & 4).toBe(4);
});

describe('outside the granted window nothing happens', () => {
  test('under another window', async () => {
    const over = await openRecorder(desktop.display, { title: 'Over', x: 150, y: 150, width: 100, height: 100 });
    const from = manager.facts.length;
    manager.send(pointer('down', 100, 100));
    manager.send(pointer('up', 100, 100));
    press('a');
    await settled();
    expect(dropped(from)).toEqual(['covered', 'not-focused']);
    expect([over.events, target.events]).toEqual([[], []]);
    // Beside it there is still the target to be clicked.
    manager.send(pointer('down', 10, 10));
    manager.send(pointer('up', 10, 10));
    await clicked(target);
    over.close();
  });

  test('keys that another window would get', async () => {
    await raise(other);
    await controlOf(window(target));
    const from = manager.facts.length;
    press('a');
    manager.send({ type: 'manager.text', grant, text: 'žádný' });
    await settled();
    expect(dropped(from)).toEqual(['not-focused']);
    expect(other.of('KeyPress')).toEqual([]);
  });

  test('minimised', async () => {
    const { x } = target;
    x.client.SendClientMessage(x.root, target.id, await x.atom('WM_CHANGE_STATE'), 32, [3, 0, 0, 0, 0]);
    await waitFor('the window to be away', async () => {
      const { mapState } = await x.ask(x.client.GetWindowAttributes, target.id);
      return mapState === 0;
    });
    await sleep(managerLimits.droppedEveryMs);
    const from = manager.facts.length;
    manager.send(pointer('down', 10, 10));
    press('a');
    await settled();
    expect(dropped(from)).toEqual(['minimised', 'not-focused']);
    expect(target.events).toEqual([]);
  });

  test('but a dialog of the window and a menu of the same program are part of it', async () => {
    const dialog = await openRecorder(desktop.display, {
      title: 'Dialog',
      x: 150,
      y: 150,
      width: 100,
      height: 100,
      dialogOf: target.id,
    });
    const menu = await openRecorder(desktop.display, {
      title: 'Menu',
      x: 320,
      y: 150,
      width: 80,
      height: 80,
      menu: true,
      connection: target.x,
    });
    const strange = await openRecorder(desktop.display, {
      title: 'Strange',
      x: 420,
      y: 150,
      width: 80,
      height: 80,
      menu: true,
    });
    await sleep(100);
    const from = manager.facts.length;
    // First the menu: with the dialog the window manager would raise the window over it.
    for (const [x, y] of [
      [240, 70],
      [340, 70],
      [100, 100],
    ] as const) {
      manager.send(pointer('down', x, y));
      manager.send(pointer('up', x, y));
      await settled();
    }
    await clicked(dialog);
    expect([dialog, menu, strange].map((recorder) => recorder.of('ButtonPress').length)).toEqual([1, 1, 0]);
    expect(dropped(from)).toEqual(['covered']);
    for (const recorder of [dialog, menu, strange]) recorder.close();
  });

  test('nor do keys that lead out of it', async () => {
    const from = manager.facts.length;
    press('Meta');
    manager.send(key('down', 'Alt'));
    press('Tab');
    manager.send(key('up', 'Alt'));
    await settled();
    expect(dropped(from)).toEqual(['forbidden-key']);
    expect(target.of('KeyPress')).toHaveLength(1);
  });
});

test('a window that goes takes control with it', async () => {
  const brief = await openRecorder(desktop.display, { title: 'Brief', x: 300, y: 400 });
  await controlOf(window(brief));
  brief.close();
  await waitFor('the end', () => {
    manager.send(pointer('move', 20, 20));
    return manager.facts.some((fact) => fact.type === 'manager.ended');
  });
});

test('the desktop is controlled by screens, whatever lies on them', async () => {
  const listed = await manager.ask({ type: 'manager.surfaces' });
  const screen = listed.type === 'manager.listed' ? (listed.screens[0]?.id ?? '') : '';
  await controlOf({ kind: 'desktop', screen });
  const [corner] = listed.type === 'manager.listed' ? listed.windows.filter(({ title }) => title === 'Other') : [];
  const place = { x: ((corner?.x ?? 0) + 30) / 1280, y: ((corner?.y ?? 0) + 40) / 800 };
  manager.send({ type: 'manager.pointer', grant, action: 'down', at: place, button: 0 });
  manager.send({ type: 'manager.pointer', grant, action: 'up', at: place, button: 0 });
  await clicked(other);
  expect(other.of('ButtonPress').map(({ x, y }) => [x, y])).toEqual([[30, 40]]);
});

test('the clipboard is read and written on demand, with what other programs do', async () => {
  const text = 'schránka ž 😀';
  expect(await manager.ask({ type: 'manager.clipboard-write', grant, text })).toMatchObject({ type: 'manager.done' });
  const reader = startManager({ display: desktop.display });
  await reader.ask(hello);
  await reader.ask({ type: 'manager.control', grant, surface: window(target) });
  expect(await reader.ask({ type: 'manager.clipboard-read', grant })).toMatchObject({ text });
  reader.kill();
});
