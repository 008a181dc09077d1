import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { XEvent } from 'x11';
import { findTool } from '../scripts/browsers.ts';
import type { ManagerInput } from '../shared/protocol/manager.ts';
import { openDesktop } from '../test/support/manager/desktop.ts';
import { grant, hello, startManager } from '../test/support/manager/manager-process.ts';
import { openRecorder, type Recorder } from '../test/support/manager/recorder.ts';
import { waitFor } from '../test/support/wait-for.ts';
import { median, quantile, type Row, rowsOf } from './row.ts';

const count = 1_000;
const goneAfterMs = 3_000;

interface Figures {
  /** ms from saying it to its arrival in another program; infinite for what was lost. */
  moves: number[];
  keys: number[];
  inOrder: boolean;
}

interface Hand {
  move(x: number, y: number): void;
  tap(letter: string): void;
}

const letters = 'abcdefghij';

/** Each event by itself, as a person makes them: said, then awaited in a real program on the same display. */
async function measure(target: Recorder, hand: Hand): Promise<Figures> {
  const arrivals = async (name: string, say: (index: number) => void) => {
    target.events.length = 0;
    const late: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const since = performance.now();
      const arrived = new Promise<void>((resolve) => {
        const stop = new AbortController();
        const heard = ({ name: seen, wid }: XEvent) => {
          if (seen !== name || wid !== target.id) return;
          stop.abort();
          resolve();
        };
        target.x.onEvent(heard, stop.signal);
      });
      say(index);
      const came = await Promise.race([arrived.then(() => true), sleep(goneAfterMs, false, { ref: false })]);
      late.push(came ? performance.now() - since : Infinity);
      // Slower than the limit of events a second.
      await sleep(1);
    }
    return late;
  };
  const moves = await arrivals('MotionNotify', (index) => hand.move(1 + (index % 300), 1 + (index % 200)));
  const places = target.of('MotionNotify').map(({ x, y }) => `${String(x)},${String(y)}`);
  const movesInOrder = places.join(' ') === range((index) => `${1 + (index % 300)},${1 + (index % 200)}`).join(' ');
  const before = target.text().length;
  const keys = await arrivals('KeyRelease', (index) => hand.tap(letters.charAt(index % letters.length)));
  const typed = range((index) => letters.charAt(index % letters.length)).join('');
  await waitFor('the last letters', () => target.text().length >= before + count).catch(() => undefined);
  return { moves, keys, inOrder: movesInOrder && target.text().slice(before) === typed };
}

const range = <T>(make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const lost = ({ moves, keys }: Figures) => [...moves, ...keys].filter((ms) => ms === Infinity).length;

/** The Support Manager, from its pipe to another program's window, with all its checks; beside it xdotool as a pipe. */
export async function benchManager(say: (line: string) => void): Promise<Row[]> {
  const desktop = await openDesktop();
  const target = await openRecorder(desktop.display, { title: 'Target', x: 100, y: 100 });
  const manager = startManager({ display: desktop.display });
  const xdotool = spawn(findTool('xdotool') ?? 'xdotool', ['-'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, DISPLAY: desktop.display },
  });
  const send = (input: Omit<ManagerInput, 'grant'>) => manager.send({ ...input, grant } as ManagerInput);
  const beat = setInterval(() => manager.send({ type: 'manager.renew', grant }), 500);
  try {
    await manager.ask(hello);
    const listed = await manager.ask({ type: 'manager.surfaces' });
    const own = listed.type === 'manager.listed' ? listed.windows[0] : undefined;
    const surface = { kind: 'application', window: String(target.id) } as const;
    await manager.ask({ type: 'manager.control', grant, surface });
    await manager.ask({ type: 'manager.raise', grant });
    await sleep(500);
    say('manager: ours…');
    const ours = await measure(target, {
      move: (x, y) =>
        send({ type: 'manager.pointer', action: 'move', at: { x: x / 400, y: y / 300 }, button: 0 } as ManagerInput),
      tap(key) {
        for (const action of ['down', 'up'] as const)
          send({ type: 'manager.key', action, key, code: '' } as ManagerInput);
      },
    });
    manager.send({ type: 'manager.end', grant });
    say('manager: xdotool…');
    const peer = await measure(target, {
      move: (x, y) => xdotool.stdin.write(`mousemove ${(own?.x ?? 0) + x} ${(own?.y ?? 0) + y}\n`),
      tap: (key) => xdotool.stdin.write(`key --delay 0 ${key}\n`),
    });
    const row = rowsOf('manager');
    const beside = (value: number): [string, number] => ['xdotool, one pipe', value];
    return [
      row('lost of 1,000 moves and 1,000 keys', lost(ours), {
        unit: 'events',
        peer: beside(lost(peer)),
        goal: { atMost: 0 },
      }),
      row('out of order', ours.inOrder ? 0 : 1, {
        unit: 'runs',
        peer: beside(peer.inOrder ? 0 : 1),
        goal: { atMost: 0 },
      }),
      row('move → another program, median', median(ours.moves), {
        peer: beside(median(peer.moves)),
        goal: { atMost: 5 },
      }),
      row('move → another program, p95', quantile(ours.moves, 0.95), { peer: beside(quantile(peer.moves, 0.95)) }),
      row('key → another program, median', median(ours.keys), { peer: beside(median(peer.keys)), goal: { atMost: 5 } }),
      row('key → another program, p95', quantile(ours.keys, 0.95), { peer: beside(quantile(peer.keys, 0.95)) }),
    ];
  } finally {
    clearInterval(beat);
    manager.kill();
    xdotool.kill();
    target.close();
    await desktop.close();
  }
}
