import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { markTab } from '../../../shared/browser/screen/captured-tabs.ts';
import { createScreenGate } from '../../../shared/browser/screen/control/screen-gate.ts';
import type { ControlledScreen } from '../../../shared/browser/screen/own-screens.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { NativeWindow } from '../../../shared/protocol/manager.ts';
import type { ScreenAnswer, ScreenCommand } from '../../../shared/protocol/screen-control.ts';
import { screenLimits } from '../../../shared/protocol/screen-limits.ts';
import { standInManager, program } from '../../support/manager/stand-in-manager.ts';

const grant = 'grant-grant-grant-gran';
const viewer = 'viewer-viewer-viewer-v';

/** As browsers give it; `label` is Chromium's. */
const captured = (id: string, label = 'window:7:0') =>
  ({
    id,
    getVideoTracks: () => [{ label, getSettings: () => ({ width: 400, height: 300 }) }],
  }) as unknown as MediaStream;

const screenOf = (...streams: MediaStream[]): ControlledScreen => ({ grant, viewer, surface: 'application', streams });

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function setUp({
  stream = captured('s1'),
  windows = [program],
}: { stream?: MediaStream; windows?: NativeWindow[] } = {}) {
  const stand = standInManager(windows);
  const manager = signal<typeof stand.client | null>(stand.client);
  const controlled = signal<readonly ControlledScreen[]>([screenOf(stream)]);
  const isAsked = signal(false);
  const answers: ScreenAnswer[] = [];
  const gate = createScreenGate({
    manager,
    controlled,
    isAsked,
    answer: (message) => answers.push(message),
    signal: life.signal,
    now: () => Date.now(),
  });
  const renew = (lease = 1, id = stream.id) => {
    gate.hear({ type: 'screen.renew', grant, lease, stream: id });
    return vi.advanceTimersByTimeAsync(0);
  };
  const click = (lease = 1, of = grant) =>
    gate.hear({ type: 'screen.pointer', grant: of, lease, action: 'down', at: { x: 0.5, y: 0.5 }, button: 0 });
  const said = () => answers.map((one) => ('code' in one ? `${one.type} ${one.code}` : one.type));
  const count = (line: string) => stand.told.filter((one) => one === line).length;
  return { stand, manager, controlled, isAsked, answers, gate, renew, click, said, count };
}

describe('input to a desktop or an application', () => {
  test('[C1] counts under the grant and the lease that is in force only', async () => {
    const { stand, gate, renew, click, said, count } = setUp();
    click();
    expect(said()).toEqual(['screen.dropped lapsed']);
    await renew();
    expect([stand.told.at(-1), gate.isSure.value]).toEqual(['control 7', true]);
    click();
    click(2);
    click(1, 'another-another-anothe');
    expect(count('manager.pointer')).toBe(1);
    expect(said()).toContain('screen.dropped not-granted');
  });

  test('[C10] reaches the computer from the first lease on, but not while the owner is asked or has a hand on it', async () => {
    const { gate, stand, isAsked, renew } = setUp();
    expect(gate.reaches.value).toBe(false);
    await renew();
    expect(gate.reaches.value).toBe(true);
    isAsked.value = true;
    expect(gate.reaches.value).toBe(false);
    isAsked.value = false;
    stand.news({ type: 'manager.suspended', grant, ms: 3_000 });
    expect(gate.reaches.value).toBe(false);
    stand.news({ type: 'manager.resumed', grant });
    expect(gate.reaches.value).toBe(true);
    gate.forget();
    expect(gate.reaches.value).toBe(false);
  });

  test('[C2] a renewal goes on only when one comes, and a lease that has lapsed is not revived', async () => {
    const { renew, click, said, count } = setUp();
    await renew();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(count('renew')).toBe(0);
    await renew();
    expect(count('renew')).toBe(1);
    await vi.advanceTimersByTimeAsync(limits.leaseMs + 300);
    expect(said()).toContain('screen.lapsed');
    expect(count('end')).toBe(1);
    await renew();
    click();
    expect(count('manager.pointer')).toBe(0);
    await renew(2);
    click(2);
    expect(count('manager.pointer')).toBe(1);
  });

  test('[C3] while its owner is asked anything nothing counts, and the Support Manager is told', async () => {
    const { stand, isAsked, renew, click, said, count } = setUp();
    await renew();
    isAsked.value = true;
    expect(stand.told.at(-1)).toBe('pause');
    click();
    expect(said()).toContain('screen.dropped paused');
    isAsked.value = false;
    click();
    expect(count('manager.pointer')).toBe(1);
  });

  test('[C4] control that is taken back ends at once, without a word from anybody', async () => {
    const { stand, controlled, gate, renew, click, count } = setUp();
    await renew();
    expect(gate.held.value).toBe(grant);
    controlled.value = [];
    expect(stand.told.at(-1)).toBe('end');
    expect(gate.held.value).toBeNull();
    click();
    expect(count('manager.pointer')).toBe(0);
  });

  test('[C4] control that is taken back while it begins is ended when it has begun', async () => {
    const { stand, controlled, gate } = setUp();
    gate.hear({ type: 'screen.renew', grant, lease: 1, stream: 's1' });
    controlled.value = [];
    await vi.advanceTimersByTimeAsync(0);
    expect(stand.told).not.toContain('control 7');
  });

  test('[C5] one picture at a time: another needs a lease of its own, and a picture that is not shown gets none', async () => {
    const { stand, controlled, renew, said } = setUp();
    controlled.value = [screenOf(captured('s1'), captured('s2', 'window:8:0'))];
    await renew(1, 's1');
    await renew(1, 's2');
    expect(stand.told).not.toContain('control 8');
    await renew(2, 'nobody');
    expect(said().at(-1)).toBe('screen.waiting gone');
  });

  test('[C5] a browser tab has no place on the desktop', async () => {
    const stream = captured('s1');
    markTab(stream);
    const { stand, renew, said } = setUp({ stream });
    await renew();
    expect(said()).toEqual(['screen.waiting tab']);
    expect(stand.told).not.toContain('control 7');
  });

  test('[C6] where the browser does not tell which window is shown, its owner is asked, once', async () => {
    const twice = [program, { ...program, id: '8' }];
    const { stand, gate, renew, said } = setUp({ stream: captured('s1', 'A program'), windows: twice });
    await renew();
    expect(said()).toEqual(['screen.waiting choosing']);
    expect(stand.told.at(-1)).toBe('pause');
    expect(gate.choice.value?.windows.map(({ id }) => id)).toEqual(['7', '8']);
    gate.choice.value?.choose({ kind: 'application', window: '8' });
    await vi.advanceTimersByTimeAsync(0);
    expect(stand.told).toContain('control 8');
    // Nor is it known for sure: a person may be mistaken.
    expect([gate.choice.value, gate.isSure.value]).toEqual([null, false]);
    await renew(2);
    expect(gate.choice.value).toBeNull();
    expect(said().at(-1)).toBe('screen.held');
  });

  test('[C6] the question goes when nobody wants control any more', async () => {
    const twice = [program, { ...program, id: '8' }];
    const { gate, renew } = setUp({ stream: captured('s1', 'A program'), windows: twice });
    await renew();
    expect(gate.choice.value).not.toBeNull();
    await vi.advanceTimersByTimeAsync(limits.leaseMs + 300);
    expect(gate.choice.value).toBeNull();
  });

  test('[C7] without a Support Manager the viewer is told; its successor knows of no lease', async () => {
    const { manager, stand, renew, click, said, count } = setUp();
    await renew();
    manager.value = null;
    expect(said().at(-1)).toBe('screen.lapsed');
    await renew(2);
    expect(said().at(-1)).toBe('screen.waiting no-manager');
    manager.value = stand.client;
    await renew(3);
    click(3);
    expect(count('manager.pointer')).toBe(1);
  });

  test('[C8] what the Support Manager says of it is passed on', async () => {
    const { stand, gate, renew, said } = setUp();
    await renew();
    stand.news({ type: 'manager.suspended', grant, ms: 9_999 });
    expect(gate.suspended.value).toBe(true);
    stand.news({ type: 'manager.resumed', grant });
    stand.news({ type: 'manager.dropped', grant, code: 'covered' });
    stand.news({ type: 'manager.ended', grant, reason: 'gone' });
    stand.news({ type: 'manager.dropped', grant, code: 'minimised' });
    expect(said().slice(1)).toEqual([
      'screen.suspended',
      'screen.resumed',
      'screen.dropped covered',
      'screen.waiting gone',
    ]);
  });

  test('[C9] a viewer cannot flood it with input, text, leases or windows that are raised', async () => {
    const { gate, renew, click, said, count } = setUp();
    await renew();
    for (let index = 0; index < 2 * screenLimits.inputsAtOnce; index += 1) click();
    expect(count('manager.pointer')).toBe(screenLimits.inputsAtOnce);
    await vi.advanceTimersByTimeAsync(1_000);
    await renew();
    const text: ScreenCommand = { type: 'screen.text', grant, lease: 1, text: 'x'.repeat(screenLimits.textChars) };
    for (let index = 0; index < 50; index += 1) gate.hear(text);
    expect(count('manager.text') * screenLimits.textChars).toBeLessThanOrEqual(screenLimits.charsAtOnce);
    for (let index = 0; index < 50; index += 1) gate.hear({ type: 'screen.raise', grant, lease: 1 });
    expect(count('raise')).toBeLessThanOrEqual(screenLimits.beginsAtOnce + 2);
    const begun = count('control 7');
    for (let lease = 2; lease < 50; lease += 1) await renew(lease);
    expect(count('control 7') - begun).toBeLessThanOrEqual(screenLimits.beginsAtOnce + 2);
    // Said once for each while.
    expect(said().filter((line) => line === 'screen.dropped too-many').length).toBeLessThan(5);
  });

  test('[C1] a new viewer’s leases count from the beginning', async () => {
    const { gate, renew, said } = setUp();
    await renew(1_000_000);
    gate.forget();
    await renew(1);
    expect(said().at(-1)).toBe('screen.held');
  });
});
