import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../../shared/protocol/limits.ts';
import { managerLimits } from '../../../shared/protocol/manager-limits.ts';
import type { ManagerCommand } from '../../../shared/protocol/manager.ts';
import { type Desktop, openDesktop } from '../../support/manager/desktop.ts';
import { grant, hello, type ManagerProcess, startManager } from '../../support/manager/manager-process.ts';
import { openRecorder, type Recorder } from '../../support/manager/recorder.ts';
import { waitFor } from '../../support/wait-for.ts';

let desktop: Desktop;
let target: Recorder;
let manager: ManagerProcess;
let beat: NodeJS.Timeout | undefined;

const key = (action: 'down' | 'up', name: string): ManagerCommand => ({
  type: 'manager.key',
  grant,
  action,
  key: name,
  code: '',
});
const middle = { x: 0.5, y: 0.5 };
const pointer = (action: 'move' | 'down'): ManagerCommand => ({
  type: 'manager.pointer',
  grant,
  action,
  at: middle,
  button: 0,
});
const allUp = () =>
  waitFor('all keys and buttons to be up', async () => {
    const { keys, buttons } = await desktop.down();
    return keys + buttons === 0;
  });
const dropped = () => manager.facts.flatMap((fact) => (fact.type === 'manager.dropped' ? [fact.code] : []));

/** Shift, Control and the left button. */
async function hold() {
  for (const name of ['Shift', 'Control']) manager.send(key('down', name));
  manager.send(pointer('down'));
  await waitFor('what is held', async () => {
    const { keys, buttons } = await desktop.down();
    return keys === 2 && buttons === 1;
  });
}

const stopBeat = () => clearInterval(beat);

beforeAll(async () => {
  desktop = await openDesktop();
  target = await openRecorder(desktop.display, { title: 'Target', x: 100, y: 100 });
}, 60_000);
afterAll(async () => {
  target.close();
  await desktop.close();
});
beforeEach(async () => {
  manager = startManager({ display: desktop.display });
  await manager.ask(hello);
  const surface = { kind: 'application', window: String(target.id) } as const;
  await manager.ask({ type: 'manager.control', grant, surface });
  beat = setInterval(() => manager.send({ type: 'manager.renew', grant }), 300);
  await manager.ask({ type: 'manager.raise', grant });
  await waitFor('the focus', async () => {
    const { focus } = await desktop.x.ask(desktop.x.client.GetInputFocus);
    return focus === target.id;
  });
  target.events.length = 0;
});
afterEach(async () => {
  stopBeat();
  manager.kill();
  await allUp();
});

describe('all that is held is let go', () => {
  test('when the Support Manager is killed', async () => {
    await hold();
    stopBeat();
    manager.kill();
    await allUp();
  });

  test('when the browser goes', async () => {
    await hold();
    stopBeat();
    manager.child.stdin?.end();
    await allUp();
    await manager.ended();
  });

  test('when the lease is not renewed, and then nothing counts any more', async () => {
    await hold();
    stopBeat();
    const since = performance.now();
    await allUp();
    expect(performance.now() - since).toBeLessThan(limits.leaseMs + 2_000);
    expect((await manager.fact('manager.lapsed')).grant).toBe(grant);
    manager.send({ type: 'manager.renew', grant });
    manager.send(key('down', 'a'));
    await manager.fact('manager.dropped');
    expect(dropped()).toEqual(['lapsed']);
  });

  test('when control is ended, and when it is only to be let go', async () => {
    await hold();
    manager.send({ type: 'manager.release', grant });
    await allUp();
    await hold();
    manager.send({ type: 'manager.end', grant });
    await allUp();
    manager.send(key('down', 'a'));
    await manager.fact('manager.dropped');
    expect(dropped()).toEqual(['not-granted']);
  });

  test('when a question of consent opens; until it is answered nothing is carried out', async () => {
    await hold();
    manager.send({ type: 'manager.pause', paused: true });
    await allUp();
    manager.send(pointer('down'));
    await manager.fact('manager.dropped');
    expect(dropped()).toEqual(['paused']);
    manager.send({ type: 'manager.pause', paused: false });
    manager.send(key('down', 'Shift'));
    await waitFor('Shift', async () => (await desktop.down()).keys === 1);
  });
});

describe('the person at the computer goes first', () => {
  const { motion, buttonPress, buttonRelease } = { motion: 6, buttonPress: 4, buttonRelease: 5 };

  test('a move of theirs lets go of everything and suspends control', async () => {
    manager.send(pointer('move'));
    await hold();
    const { client, xtest, root } = desktop.x;
    xtest.FakeInput(motion, 0, 0, root, 900, 600);
    await desktop.x.settled();
    expect((await manager.fact('manager.suspended')).ms).toBe(limits.ownInputMs);
    await allUp();
    const { rootX, rootY } = await desktop.x.ask(client.QueryPointer, root);
    manager.send(pointer('move'));
    await manager.fact('manager.dropped');
    expect(dropped()).toEqual(['suspended']);
    expect(await desktop.x.ask(client.QueryPointer, root)).toMatchObject({ rootX, rootY });
    // Nor is their rest any shorter for one who begins anew.
    await manager.ask({ type: 'manager.control', grant, surface: { kind: 'application', window: String(target.id) } });
    const rests = manager.facts.flatMap((fact) => (fact.type === 'manager.suspended' ? [fact.ms] : []));
    expect(rests).toHaveLength(2);
    expect(rests[1]).toBeGreaterThan(0);
    expect(manager.facts.some(({ type }) => type === 'manager.resumed')).toBe(false);
    await manager.fact('manager.resumed');
    manager.send(pointer('move'));
    await waitFor('the move', async () => (await desktop.x.ask(client.QueryPointer, root)).rootX !== rootX);
  });

  test('so does a button of theirs, without a move', async () => {
    manager.send(pointer('move'));
    await manager.ask({ type: 'manager.system' });
    desktop.x.xtest.FakeInput(buttonPress, 3, 0, desktop.x.root, 0, 0);
    await desktop.x.settled();
    await manager.fact('manager.suspended');
    desktop.x.xtest.FakeInput(buttonRelease, 3, 0, desktop.x.root, 0, 0);
    await desktop.x.settled();
  });
});

test('another grant than the one that stands carries nothing out', async () => {
  manager.send({ type: 'manager.key', grant: 'other-other-other-othe', action: 'down', key: 'a', code: '' });
  await manager.fact('manager.dropped');
  expect(dropped()).toEqual(['not-granted']);
  expect(target.events).toEqual([]);
});

test('what comes faster than is allowed is dropped', async () => {
  for (let index = 0; index < 3 * managerLimits.inputsAtOnce; index += 1) manager.send(pointer('move'));
  await manager.fact('manager.dropped');
  expect(dropped()).toContain('too-many');
});

test('keys that were lent are given back', async () => {
  const { client, firstKey, lastKey } = desktop.x;
  const map = () => desktop.x.ask(client.GetKeyboardMapping, firstKey, lastKey - firstKey + 1);
  const meant = async () => (await map()).filter((row) => row.some((symbol) => symbol !== 0)).length;
  const before = await meant();
  manager.send({ type: 'manager.text', grant, text: '日本' });
  await waitFor('the text', () => target.text().endsWith('日本'));
  expect(await meant()).toBe(before + 2);
  stopBeat();
  manager.child.stdin?.end();
  await manager.ended();
  expect(await meant()).toBe(before);
});
